/**
 * A counted text in the plural form of its language. `text` holds the forms between bars, `{0} finding|{0} findings`: one
 * for languages without a plural, two for most, three (one, few, many) for the Slavic ones. `{0}` is the count in the
 * digits of the language, `{1}` and further are `values`. Which form is asked of Intl, so of CLDR's rules.
 */
export function pluralForm(text: string, count: number, language: string, values: readonly string[] = []): string {
  const forms = text.split('|');
  const category = new Intl.PluralRules(language).select(count);
  const form =
    category === 'one' ? forms[0] : category === 'few' && forms.length > 2 ? forms[1] : (forms.at(-1) ?? text);
  // Without separators to place, the engine need not load what it knows of them.
  const shown = [count < 1000 ? String(count) : count.toLocaleString(language), ...values];
  return (form ?? text).replace(/\{(\d+)\}/g, (place, at: string) => shown[Number(at)] ?? place);
}
