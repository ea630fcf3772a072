// Colours of messages, as sequences for a terminal.

export type Colour = "error" | "warning" | "heading";

/** Puts a text in a colour, or leaves it as it is. */
export type Paint = (colour: Colour, text: string) => string;

const sequences: Readonly<Record<Colour, string>> = { error: "31;1", warning: "33;1", heading: "36;1" };

const coloured: Paint = (colour, text) => `\u001b[${sequences[colour]}m${text}\u001b[0m`;
const plain: Paint = (_, text) => text;

export const painter = (colour: boolean): Paint => (colour ? coloured : plain);
