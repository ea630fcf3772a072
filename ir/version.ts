// The version of the toolchain: dumps and caches of another one are not read.

export const version = "0.1.0";
