// What the build writes into the launcher: the version, and an id that differs from build to build.

declare const FUSE_VERSION: string;
declare const FUSE_BUILD_ID: string;

export const version: string = FUSE_VERSION;
export const buildId: string = FUSE_BUILD_ID;
