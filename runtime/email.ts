// The check of `Email` values (03, 8.3).

/** Exactly one `@`, something on both sides of it, and a `.` in the part behind it. */
export const isEmail = (text: string): boolean => {
  const [name, domain, ...more] = text.split("@");
  return more.length === 0 && name !== "" && domain?.includes(".") === true;
};
