// The built-in module `std.Error` (chapter 3.16), as FUSE text.

export const stdErrorText = `## An error with a code and an HTTP status of its own.
type Error:
  code: String
  message: String
  status: Int = 500

## What is wrong with one field.
type ValidationField:
  path: String
  code: String
  message: String

## All that is wrong with a value.
type Validation:
  message: String
  fields: List<ValidationField>

type BadRequest:
  message: String

type Unauthorized:
  message: String

type Forbidden:
  message: String

type NotFound:
  message: String

type Conflict:
  message: String
`;
