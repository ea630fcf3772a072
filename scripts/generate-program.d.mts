/** A program of about `lines` lines. */
export const generateProgram: (lines: number) => string;
