/**
 * Sentences in languages other than English and Chinese. Nobody here understands them, so that none of them is harmless
 * because it holds no word of terms: "Licence valable un an", "Das Recht erlischt nach einem Jahr".
 */

/** Small words that English has not, and that no name of a person or an institution holds between two large letters. */
const smallWords = new Set(
  `aber alle allen als am anderer auch auf aus außer bei beim bis bitte bleibt bzw damit dann darf dass dem der des deren
  dessen diese diesem diesen dieser dieses durch dürfen eigene ein eine einem einen einer eines erfolgt es etwa für gegen
  gegenüber gelten gemäß gilt hiermit ihr ihre im ist jede jedem jeden jeder jederzeit kann kein keine keinen können mit
  müssen nach nicht noch nur ob oder ohne sein sich sie sind sofern soll sollte sonst sowie und unser unsere unter vom von vor
  vorbehalten weder wenn werden wie wird wir wurde zu zum zur zwecke zwischen
  afin ainsi aucun aucune au aux avec avant ces cet cette ceux chaque chez comme contre dans depuis dès doit doivent du
  elle elles en entre est et être font hors il jusqu leur leurs lors mais même ne nos notre nous où ou ont par pas
  pendant peut peuvent plus pour puis qui que quel sa sans sauf selon ses seul seule seuls seulement si soit sont sous sur
  tous tout toute toutes un une uns valable vos votre vous y
  al algún cada como con cualquier cuando del donde el ella ellos eres esta estas este esto estos están fin hasta hay las los
  más menos mientras mismo ni ningún no nuestro o para pero por porque pueden puede queda se según sea ser si sin sobre solo
  son su sus también todo todos una unas unos usted válida y ya
  alla alle anche che chi ci col come cui da dal dalla degli dei della delle dello deve devono di essere gli ha il nei nel nella
  nelle non o ogni per però più può quando questa questo sempre senza si solo sono sopra sotto sugli sul sulla tutti tutto un uno
  aan bij dan dat deze dit door een het hoe is kan maar mag moet naar niet nog of om onder ons onze ook op over te tot uit
  uw van voor waar wel wij zal zich zijn zonder
  av att bara den det detta eller endast en ett få för från får inte med måste och om på som till vid är är
  af at blir dette efter ej eller er fra har hos ikke kun må når også og
  ani bez będzie dla jako jest jeśli lub ma może musi na nie od oraz po przez są tego ten to tylko w wszystkich z ze że
  à apenas às ao aos com da das dos e é em foi mais mas na nas não nem nos ou pela pelo pode podem qual quem são sem será só
  sua também uma você
  anno anni ano anos année années año años jaar jahr jahre jahren lat mese mesi mois rok år
  connosco conosco deve devem empresas falar primeiro
  licenza licencia licença lizenz licentie licens lisens licencja valida valido válido gültig geldig gyldig gjelder kun`
    .trim()
    .split(/\s+/),
);
/** Words that English, or names with large letters, have as well. */
const alsoEnglish =
  /^(?:a|al|alle|am|an|as|at|av|bis|com|con|da|das|de|dei|del|den|der|des|di|do|dos|du|due|e|el|en|er|et|fin|font|for|gilt|ha|hay|hoe|il|im|in|is|la|las|le|les|los|ma|mag|mais|me|mit|na|ne|no|non|o|of|on|one|op|or|over|par|pas|per|po|plus|ten|to|un|use|van|vos|son|se|so|si|sub|su|sur|te|tot|und|vid|via|von|w|we|wel|y|z|ze|zu|zum|zur|ser|solo|sea|sein|ses|also|has|hat|have|he|her|his|que|etc)$/;

/**
 * Is a text, names aside, in such a language? In a row of `names` some are written in small letters, with accents.
 */
export function isOtherLanguage(text: string, kind: 'prose' | 'names' = 'prose'): boolean {
  const bare = text.replace(/<?(?:https?|git|ftp):\/\/\S+|\S+@\S+|`[^`]*`|\S*[_/\\.]\S+/g, ' ');
  const found = [...bare.matchAll(/(?<![\p{L}\d-])\p{L}[\p{L}’']*(?![\p{L}\d-])/gu)];
  const words = found.map(([word]) => word);
  if (kind === 'prose' && /[^\p{Script=Latin}\p{Script=Han}\p{Script=Common}\p{Script=Inherited}]/u.test(bare))
    return true;
  return words.some((word, index) => {
    if (isLarge(word) && index > 0) return false;
    const small = word.toLowerCase();
    // "Foo und Bar", "Institut für Informatik": a part of a name.
    const isBehindStop = /[,;:(]\s*$/.test(
      bare.slice(Math.max(0, (found[index]?.index ?? 0) - 3), found[index]?.index),
    );
    if (!isBehindStop && isLarge(words[index - 1] ?? '') && isLarge(words[index + 1] ?? '')) return false;
    const isAccented = kind === 'prose' && !isLarge(word) && /[à-öø-ÿœßąćęłńóśźżčřšžő]/u.test(word);
    return (smallWords.has(small) && !alsoEnglish.test(small)) || isAccented;
  });
}

function isLarge(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
