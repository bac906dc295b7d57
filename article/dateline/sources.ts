import { countryCode } from './countries.ts';
import { regionOf } from './regions.ts';

/** News agencies and papers whose name alone, or in parentheses, marks a credit. */
const AGENCIES = `
AP|The Associated Press|Associated Press|Reuters|Reuter|AFP|Agence France-Presse|Jiji Press|Jiji|JIJI
Kyodo|Kyodo News|dpa|dpa-AFX|Xinhua|Xinhuanet|UPI|EFE|EFECOM|Acan-Efe|ANSA|AAP|The Canadian Press
Canadian Press|CP|Bloomberg|Bloomberg News|IPS|Interfax|Interfax-Ukraine|Itar-Tass|TASS|RIA Novosti
KCNA|VNA|PTI|IANS|ANI|UNI|Antara|Antara News|Bernama|Ukrinform|Télam|Belga|ANP|APA|MTI|PAP|CTK|TT|NTB|STT
CNN|CNNMoney|CNN/Money|CNN Business|CNN.com|CBS|CBS.MW|CBS MarketWatch|CBS News|ABC News|NBC News|NPR|VOA
Yonhap|CNA|MENA|SPA|WAM|IRNA|APP|BSS|IRIN|Petra|KUNA|SANA|Lusa|Zenit|PA|NZPA|SAPA|Adnkronos|Agerpres|BTA
PRNewswire|PRNewswire-FirstCall|PR Newswire|Business Wire|BUSINESS WIRE|BUSINESSWIRE|Marketwire
MARKET WIRE|Market Wire|PRIMEZONE|PrimeNewswire|CNW|GLOBE NEWSWIRE|GlobeNewswire|MarketWatch|Dow Jones
AFX|AFX News|Sports Network|The Sports Network|Ticker|SportsTicker|Sports Ticker|PA SportsTicker|TechWeb
PC World|MacCentral|InfoWorld|NewsFactor|Ziff Davis|BBC|BBC News|Fox News|Knight Ridder|KRT|NYT
Knight Ridder Newspapers|McClatchy|McClatchy Newspapers|Tribune News Service|The Onion
The Borowitz Report|Newsweek|Breitbart|TheWrap|Deadline|Variety|Thomson Reuters Foundation
SPACE.com|USATODAY.com|washingtonpost.com|Forbes.com|BusinessWeek Online|OneWorld.net
The Christian Science Monitor|Los Angeles Times|The New York Times|The Washington Post|Chicago Tribune|Washington Post|New York Times
Investor's Business Daily|FT.com|The Motley Fool|Entertainment Weekly|E! Online
`;

const known = new Set(
  AGENCIES.trim()
    .split(/[|\n]/u)
    .map((name) => name.toLowerCase()),
);

/** Of these the bare name, without parentheses, more often begins a story about them. */
const NOT_BARE = new Set(
  (
    'ani|ap news|apa|app|bbc|bbc news|bloomberg|breitbart|bss|bta|cbs|cna|cnn|deadline|fox news|irin|mena|newsweek|npr|' +
    'pa|petra|sana|spa|the onion|ticker|tt|uni|variety|voa|wam'
  ).split('|'),
);

/** No name is so long; whole paragraphs are asked about. */
const LONGEST_NAME = 60;

/** True for a news agency or paper by its name: `AP`, `dpa/EP`, `Reuters Health`, `USATODAY.com`. */
export function isAgency(text: string): boolean {
  const name = text.trim();
  if (name.length > LONGEST_NAME) return false;
  return (
    known.has(name.toLowerCase()) ||
    /^[\p{L}\p{N}]{2,}\.(?:com|net|org|news)$/iu.test(name) ||
    /^(?:AFP|AP|Bloomberg|CNN|Kyodo|Reuters)\s\p{L}{4,}!?$/u.test(name) ||
    (name.includes('/') && name.split('/').some((part) => known.has(part.toLowerCase())))
  );
}

/** True for a name that alone before a dash is a credit: `AFP - `, but not `BBC - `. */
export function isWire(text: string): boolean {
  const name = text.trim().toLowerCase();
  return known.has(name) && !NOT_BARE.has(name);
}

/** What stands in parentheses after a name and is no credit: exchanges, leagues, parties, links. */
const NO_CREDIT =
  /^(?:(?:amex|chart|lse|nasdaq|nyse|profile|quote|research|tsx)\b.*|[an]l|[an]fc|[rd](?:-.*)?|u\.?k|u\.?s)$/iu;

const TICKER = /^[A-Z]{1,5}\.[A-Z]{1,2}$/u;

/** True for a name that may be the credit of a dateline, as it stands in parentheses. */
export function mayBeCredit(text: string): boolean {
  if (isAgency(text)) return true;
  return (
    !TICKER.test(text) &&
    countryCode(text) === undefined &&
    regionOf(text) === undefined &&
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
