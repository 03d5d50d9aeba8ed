import { Parser } from 'htmlparser2';

const elements =
  'h1 h2 h3 h4 h5 h6 p br hr blockquote pre div section center wbr a img b strong i em u s strike del ins mark small sub sup span code kbd samp tt var q abbr ruby rt rp figure figcaption ul ol li dl dt dd input details summary table caption thead tbody tfoot tr th td';
const attributes =
  'id title align lang dir data-block href name data-footnote-ref data-footnote-backref class src alt width height type disabled checked open start reversed value data-footnotes colspan rowspan valign scope summary role aria-label data-host';

/** Everything that is in the HTML and should not be, read by another parser than the one that made it. */
export function strangers(html: string): readonly string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, values) {
      if (!elements.split(' ').includes(name)) found.push(`<${name}>`);
      for (const [attribute, value] of Object.entries(values)) {
        if (!attributes.split(' ').includes(attribute)) found.push(`${name} ${attribute}`);
        if (attribute === 'id' && !value.startsWith('user-content-')) found.push(`id ${value}`);
        if (attribute === 'href' && !/^(?:https?:\/\/|mailto:|#)/.test(value)) found.push(`href ${value}`);
        if (
          attribute === 'src' &&
          !/^(?:https:\/\/gitee\.com\/|data:image\/(?:png|jpeg|gif|webp);base64,)/.test(value)
        ) {
          found.push(`src ${value}`);
        }
      }
    },
    oncomment: () => found.push('comment'),
    onprocessinginstruction: name => found.push(name),
  });
  parser.end(html);
  return found;
}
