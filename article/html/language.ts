const RIGHT_TO_LEFT = new Set('ar arc ckb dv fa he iw ks nqo ps sd syr ug ur yi'.split(' '));
const RIGHT_TO_LEFT_SCRIPTS = new Set(
  'adlm arab aran hebr mand nkoo rohg samr syrc thaa'.split(' '),
);

/**
 * The attributes that say in which language an element is: `lang`, and `dir` where it is written
 * from right to left. An empty object for text that is no language tag.
 */
export function languageAttributes(language: string): { lang?: string; dir?: 'rtl' } {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/iu.test(language)) return {};
  const [primary = '', ...subtags] = language.toLowerCase().split('-');
  const script = subtags.find((subtag) => subtag.length === 4 && /^[a-z]/u.test(subtag));
  const rightToLeft =
    script === undefined ? RIGHT_TO_LEFT.has(primary) : RIGHT_TO_LEFT_SCRIPTS.has(script);
  return rightToLeft ? { lang: language, dir: 'rtl' } : { lang: language };
}
