// The names of HTML elements: what a call of a name that nothing declares may make (chapter 4, 10.3).

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Elements without children and end tag. */
export const voidTags: ReadonlySet<string> = new Set(
  words(`area base basefont br col embed hr image img input isindex keygen link meta param source track wbr`),
);

/** All elements, the void ones among them. */
export const htmlTags: ReadonlySet<string> = new Set([
  ...words(`
    a abbr acronym address applet article aside audio b bdi bdo big blockquote body button canvas caption center
    cite code colgroup data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure font
    footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup html i iframe ins kbd label legend li main map
    mark marquee math menu meter nav noembed noframes noscript object ol optgroup option output p picture plaintext
    pre progress q rb rp rt rtc ruby s samp script search section select slot small span strike strong style sub
    summary sup svg table tbody td template textarea tfoot th thead time title tr tt u ul var video xmp`),
  ...voidTags,
]);
