// WebAssembly text to bytes.

import type wabt from "wabt";

type Wabt = Awaited<ReturnType<typeof wabt>>;
type Features = NonNullable<Parameters<Wabt["parseWat"]>[2]>;

const features: Features = {
  bulk_memory: true,
  multi_value: true,
  mutable_globals: true,
  sat_float_to_int: true,
  sign_extension: true,
};

let loading: Promise<Wabt> | null = null;

/** The assembler, loaded when it is first needed. */
const assembler = (): Promise<Wabt> => {
  loading ??= import("wabt").then(({ default: load }) => load());
  return loading;
};

/** The module that a text describes. Text that is no module is a defect of ours: the error says where. */
export const assemble = async (text: string): Promise<Uint8Array> => {
  const { parseWat } = await assembler();
  const module = parseWat("program.wat", text, features);
  try {
    return module.toBinary({}).buffer;
  } finally {
    module.destroy();
  }
};
