// A compiled program as bytes and back: what is kept, and what runs without a compiler.
//
// The bytes: a mark of eight characters, the length of the metadata (32 bits, little-endian), the metadata as JSON in
// UTF-8, the module.

import { type Either, isLeft, left, right } from "fp-ts/Either";
import { type Metadata, metadataCodec } from "./metadata.ts";

/** A compiled program: its module, and what the host has to know besides. */
export interface Artefact {
  readonly wasm: Uint8Array;
  readonly metadata: Metadata;
}

const MARK = "fuse-aot";
const HEADER = MARK.length + 4;

/** The artefact as bytes; the same artefact gives the same bytes. */
export const encodeArtefact = ({ wasm, metadata }: Artefact): Uint8Array => {
  const json = Buffer.from(JSON.stringify(metadataCodec.encode(metadata)));
  const header = Buffer.alloc(HEADER);
  header.write(MARK, "latin1");
  header.writeUInt32LE(json.length, MARK.length);
  return Buffer.concat([header, json, wasm]);
};

/** The artefact that `encodeArtefact` wrote; a text says why the bytes are none. */
export const decodeArtefact = (bytes: Uint8Array): Either<string, Artefact> => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (all.length < HEADER || all.toString("latin1", 0, MARK.length) !== MARK) return left("no artefact");
  const end = HEADER + all.readUInt32LE(MARK.length);
  if (end > all.length) return left("an artefact that is cut off");
  const metadata = metadataCodec.decode(parsed(all.toString("utf8", HEADER, end)));
  if (isLeft(metadata)) return left("an artefact with spoiled metadata");
  return right({ wasm: all.subarray(end), metadata: metadata.right });
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};
