// The pipeline of a call that only checks: in its bundle this file stands for `standard.ts`.

export { front as standard, start } from "./front.ts";
