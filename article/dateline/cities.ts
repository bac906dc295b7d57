import { rawTimeZones } from '@vvo/tzdb';
import { countryCode } from './countries.ts';
import { regionOf } from './regions.ts';

/**
 * Cities that the AP prints without their state or country, each with where it lies. A house that
 * knows more cities adds them to its style.
 */
export const STAND_ALONE: Readonly<Record<string, string>> = readTable(`
Atlanta=Georgia Baltimore=Maryland Boston=Massachusetts Chicago=Illinois Cincinnati=Ohio
Cleveland=Ohio Dallas=Texas Denver=Colorado Detroit=Michigan Honolulu=Hawaii Houston=Texas
Indianapolis=Indiana Las_Vegas=Nevada Los_Angeles=California Miami=Florida Milwaukee=Wisconsin
Minneapolis=Minnesota New_Orleans=Louisiana New_York=New_York Oklahoma_City=Oklahoma
Philadelphia=Pennsylvania Phoenix=Arizona Pittsburgh=Pennsylvania St._Louis=Missouri
Salt_Lake_City=Utah San_Antonio=Texas San_Diego=California San_Francisco=California
Seattle=Washington Washington=D.C.
Amsterdam=Netherlands Baghdad=Iraq Bangkok=Thailand Beijing=China Beirut=Lebanon Berlin=Germany
Brussels=Belgium Cairo=Egypt Djibouti=Djibouti Dublin=Ireland Geneva=Switzerland
Gibraltar=Gibraltar Guatemala_City=Guatemala Havana=Cuba Helsinki=Finland Hong_Kong=Hong_Kong
Islamabad=Pakistan Istanbul=Turkey Jerusalem=Israel Johannesburg=South_Africa Kuwait_City=Kuwait
London=England Luxembourg=Luxembourg Macau=Macau Madrid=Spain Mexico_City=Mexico Milan=Italy
Monaco=Monaco Montreal=Quebec Moscow=Russia Munich=Germany New_Delhi=India Panama_City=Panama
Paris=France Prague=Czech_Republic Quebec_City=Quebec Rio_de_Janeiro=Brazil Rome=Italy
San_Marino=San_Marino Sao_Paulo=Brazil Shanghai=China Singapore=Singapore Stockholm=Sweden
Sydney=Australia Tokyo=Japan Toronto=Ontario Vatican_City=Vatican_City Vienna=Austria
Zurich=Switzerland United_Nations=United_Nations
`);

/** Cities of Japan that its own news agencies and papers print without the country. */
export const JAPAN_STAND_ALONE: Readonly<Record<string, string>> = readTable(`
Fukuoka=Japan Hiroshima=Japan Kobe=Japan Kyoto=Japan Nagasaki=Japan Nagoya=Japan Naha=Japan
Osaka=Japan Sapporo=Japan Sendai=Japan Yokohama=Japan
`);

/** Cities of Canada that its news agency prints without the province. */
export const CANADA_STAND_ALONE: Readonly<Record<string, string>> = readTable(`
Calgary=Alberta Charlottetown=Prince_Edward_Island Edmonton=Alberta Fredericton=New_Brunswick
Halifax=Nova_Scotia Hamilton=Ontario Iqaluit=Nunavut Ottawa=Ontario Regina=Saskatchewan
Saskatoon=Saskatchewan Vancouver=British_Columbia Victoria=British_Columbia Whitehorse=Yukon
Winnipeg=Manitoba Yellowknife=Northwest_Territories
`);

/** Datelines of old and of English spelling that no list of zones has. */
const MORE_CITIES = readTable(`
Bombay=India Calcutta=India Madras=India Kolkata=India Chennai=India Bangalore=India
Peking=China Canton=China Nanjing=China Wuhan=China Shenzhen=China Guangzhou=China Tianjin=China
Kiev=Ukraine Saigon=Vietnam Danang=Vietnam Rangoon=Myanmar Leningrad=Russia St._Petersburg=Russia
Vladivostok=Russia Cologne=Germany Frankfurt=Germany Bonn=Germany Duesseldorf=Germany Stuttgart=Germany
Hamburg=Germany Warsaw=Poland Cracow=Poland Krakow=Poland Lodz=Poland Strasbourg=France Nice=France
Lyon=France Bordeaux=France Zaragoza=Spain Seville=Spain Sevilla=Spain Bilbao=Spain Malaga=Spain
Fallujah=Iraq Basra=Iraq Najaf=Iraq Kirkuk=Iraq Tikrit=Iraq Ramallah=West_Bank Gaza_City=Gaza
Nablus=West_Bank Tel_Aviv=Israel Kandahar=Afghanistan Herat=Afghanistan Muzaffarabad=Pakistan
Lahore=Pakistan Rawalpindi=Pakistan Quetta=Pakistan Srinagar=India Guwahati=India Pretoria=South_Africa
Cape_Town=South_Africa Durban=South_Africa Ottawa=Ontario Vancouver=British_Columbia
Quebec=Quebec Winnipeg=Manitoba Calgary=Alberta Edmonton=Alberta Halifax=Nova_Scotia
Wellington=New_Zealand Auckland=New_Zealand Christchurch=New_Zealand Canberra=Australia
Melbourne=Australia Brisbane=Australia Perth=Australia Adelaide=Australia Hobart=Australia
Pyongyang=North_Korea Seoul=South_Korea Pusan=South_Korea Busan=South_Korea Taipei=Taiwan
Sarajevo=Bosnia Pristina=Kosovo Belgrade=Serbia Lisbon=Portugal Lisboa=Portugal Sao_Tome=Sao_Tome
San_Jose=Costa_Rica San_José=Costa_Rica San_Salvador=El_Salvador Ha_Noi=Vietnam Hanoi=Vietnam
Kathmandu=Nepal Katmandu=Nepal Colombo=Sri_Lanka Dhaka=Bangladesh Edinburgh=Scotland Belfast=Northern_Ireland
Cardiff=Wales Manchester=England Liverpool=England Birmingham=England Leeds=England Glasgow=Scotland
Turin=Italy Torino=Italy Roma=Italy Milano=Italy Venice=Italy Florence=Italy Naples=Italy Genoa=Italy
Bruselas=Belgium Londres=England Nueva_York=New_York Moscú=Russia Ginebra=Switzerland
Athens=Greece Ankara=Turkey Nicosia=Cyprus The_Hague=Netherlands La_Haya=Netherlands Rotterdam=Netherlands
Sacramento=California Oakland=California Portland=Oregon Memphis=Tennessee
Nashville=Tennessee Austin=Texas Albany=New_York Buffalo=New_York Hartford=Connecticut Newark=New_Jersey
Orlando=Florida Tampa=Florida Tallahassee=Florida Charlotte=North_Carolina Columbus=Ohio Omaha=Nebraska
Jacksonville=Florida Kansas_City=Missouri Louisville=Kentucky Richmond=Virginia Tucson=Arizona
St._Paul=Minnesota Anchorage=Alaska Boise=Idaho Baton_Rouge=Louisiana
`);

function readTable(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .trim()
      .split(/\s+/u)
      .map((pair) => pair.replaceAll('_', ' ').split('=') as [string, string]),
  );
}

/** The same for `São Paulo`, `SAO PAULO` and `Sao Paulo`. */
export function cityKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019`]/gu, "'")
    .replace(/\bSAINT\b/iu, 'St.')
    .trim()
    .toLowerCase();
}

const tables = [MORE_CITIES, CANADA_STAND_ALONE, JAPAN_STAND_ALONE, STAND_ALONE];
const majorCities = new Map(
  tables
    .flatMap((table) => Object.entries(table))
    .map(([city, where]) => [cityKey(city), regionOf(where)?.country ?? countryCode(where) ?? '']),
);

/** Names of people that are also names of cities; a caps lead starts with a person's name. */
const ALSO_PEOPLE = new Set(
  'austin charlotte florence hamilton orlando regina sydney victoria'.split(' '),
);

/** True for a city that wires often write from, in capitals or not, with accents or without. */
export function isMajorCity(name: string): boolean {
  return majorCities.has(cityKey(name));
}

/** True for a major city whose name alone, without a dash after it, is the name of no person. */
export function isSurelyCity(name: string): boolean {
  return isMajorCity(name) && !ALSO_PEOPLE.has(cityKey(name));
}

/** The ISO code of the country of a well-known city; undefined for any other name. */
export function cityCountry(name: string): string | undefined {
  const key = cityKey(name);
  const major = majorCities.get(key);
  if (major !== undefined && major !== '') return major;
  return rawTimeZones.find((zone) => zone.mainCities.some((city) => cityKey(city) === key))
    ?.countryCode;
}
