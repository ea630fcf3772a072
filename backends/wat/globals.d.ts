// What the host has besides Node's types: as much of WebAssembly as is used, and `.wat` files as texts.

interface WasmModule {
  readonly kind: "WebAssembly.Module";
}
interface WasmMemory {
  /** Another one after the memory has grown. */
  readonly buffer: ArrayBuffer;
}
interface WasmInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}
declare const WebAssembly: {
  readonly Module: {
    new (bytes: Uint8Array): WasmModule;
    imports(module: WasmModule): readonly { readonly name: string }[];
  };
  readonly Instance: new (
    module: WasmModule,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => WasmInstance;
};

declare module "*.wat" {
  const text: string;
  export default text;
}
