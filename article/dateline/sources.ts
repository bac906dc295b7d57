/** News agencies and papers whose name alone, or in parentheses, marks a credit. */
const AGENCIES = `
AP|The Associated Press|Associated Press|Reuters|Reuter|AFP|Agence France-Presse|Jiji Press|Jiji|JIJI
Kyodo|Kyodo News|dpa|dpa-AFX|Xinhua|UPI|EFE|EFECOM|Acan-Efe|ANSA|AAP|The Canadian Press|Canadian Press|CP
Bloomberg|Bloomberg News|IPS|Interfax|Itar-Tass|TASS|RIA Novosti|KCNA|VNA|PTI|IANS|ANI|UNI|Antara|Bernama
CNN|CNN Business|CBS.MW|CBS News|ABC News|NBC News|Yonhap|CNA|MENA|SPA|WAM|IRNA|APP|Lusa|Zenit|PA
PRNewswire|PRNewswire-FirstCall|PR Newswire|Business Wire|BUSINESS WIRE|BUSINESSWIRE|Marketwire
GLOBE NEWSWIRE|GlobeNewswire|MarketWatch|Dow Jones|AFX|Sports Network|The Sports Network|Ticker
Sports Ticker|PA SportsTicker|TechWeb|PC World|MacCentral|InfoWorld|NewsFactor|Ziff Davis|BBC|Fox News
Knight Ridder|Knight Ridder Newspapers|McClatchy|The Onion|The Borowitz Report|Newsweek
`;

const known = new Set(
  AGENCIES.trim()
    .split(/[|\n]/u)
    .map((name) => name.toLowerCase()),
);

/** True for a news agency or paper by its name: `AP`, `dpa/EP`, `USATODAY.com`. */
export function isAgency(text: string): boolean {
  const name = text.trim();
  return (
    known.has(name.toLowerCase()) ||
    /^[\p{L}\p{N}]{2,}\.(?:com|net|org|news)$/iu.test(name) ||
    (name.includes('/') && name.split('/').some((part) => known.has(part.toLowerCase())))
  );
}

/** What stands in parentheses after a name and is no credit: exchanges, leagues, parties, links. */
const NO_CREDIT =
  /^(?:nyse|nasdaq|amex|quote|chart|research|profile|[an]l|[an]fc|[rd]|u\.?k|u\.?s)$/iu;

const TICKER = /^[A-Z]{1,5}\.[A-Z]{1,2}$/u;

/** True for a name that may be the credit of a dateline, as it stands in parentheses. */
export function mayBeCredit(text: string): boolean {
  if (isAgency(text)) return true;
  return (
    !TICKER.test(text) &&
    /^\p{L}[\p{L}\p{N} .&!'’/-]{1,38}$/u.test(text) &&
    text.split(' ').length <= 5 &&
    !NO_CREDIT.test(text) &&
    /\p{Lu}/u.test(text)
  );
}

/** True for an unknown credit that calls itself news: `Zamboanga Times`, `Kuna News Agency`. */
export function soundsLikeNews(text: string): boolean {
  return /\b(?:agency|daily|gazette|herald|journal|network|news\w*|post|press|report|service|times|tribune|wires?)$/iu.test(
    text,
  );
}
