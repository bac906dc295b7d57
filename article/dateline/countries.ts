/** Countries and lands as datelines name them, by ISO code; the first name is the usual one. */
const COUNTRIES = `
AD Andorra|AE United Arab Emirates,U.A.E.,UAE|AF Afghanistan|AG Antigua,Antigua and Barbuda|AI Anguilla
AL Albania|AM Armenia|AO Angola|AQ Antarctica|AR Argentina|AS American Samoa|AT Austria|AU Australia
AW Aruba|AZ Azerbaijan|BA Bosnia,Bosnia-Herzegovina,Bosnia and Herzegovina,Bosnia-Hercegovina
BB Barbados|BD Bangladesh|BE Belgium|BF Burkina Faso|BG Bulgaria|BH Bahrain|BI Burundi|BJ Benin
BM Bermuda|BN Brunei|BO Bolivia|BR Brazil,Brasil|BS Bahamas|BT Bhutan|BW Botswana|BY Belarus|BZ Belize
CA Canada|CD Congo,Democratic Republic of Congo,Zaire|CF Central African Republic|CG Republic of Congo
CH Switzerland,Suiza|CI Ivory Coast,Cote d’Ivoire|CL Chile|CM Cameroon|CN China|CO Colombia
CR Costa Rica|CU Cuba|CV Cape Verde|CW Curacao|CY Cyprus|CZ Czech Republic,Czechia,Czechoslovakia
DE Germany,West Germany,East Germany,RFA,Alemania|DJ Djibouti|DK Denmark|DM Dominica
DO Dominican Republic|DZ Algeria|EC Ecuador|EE Estonia|EG Egypt|EH Western Sahara|ER Eritrea
ES Spain,España|ET Ethiopia|FI Finland|FJ Fiji|FK Falkland Islands|FM Micronesia|FO Faroe Islands
FR France,Francia|GA Gabon
GB England,Scotland,Wales,Northern Ireland,Britain,Great Britain,United Kingdom,U.K.,UK,Reino Unido
GD Grenada|GE Georgia|GF French Guiana|GH Ghana|GI Gibraltar|GL Greenland|GM Gambia|GN Guinea
GP Guadeloupe|GQ Equatorial Guinea|GR Greece|GT Guatemala|GU Guam|GW Guinea-Bissau|GY Guyana
HK Hong Kong|HN Honduras|HR Croatia|HT Haiti|HU Hungary|ID Indonesia,East Timor|IE Ireland,Irish Republic
IL Israel|IM Isle of Man|IN India|IQ Iraq|IR Iran|IS Iceland|IT Italy,Italia|JE Jersey|JM Jamaica
JO Jordan|JP Japan|KE Kenya|KG Kyrgyzstan|KH Cambodia|KI Kiribati|KM Comoros|KN St. Kitts
KP North Korea|KR South Korea,Korea|KW Kuwait|KY Cayman Islands,British West Indies|KZ Kazakhstan
LA Laos|LB Lebanon|LC St. Lucia|LI Liechtenstein|LK Sri Lanka|LR Liberia|LS Lesotho|LT Lithuania
LU Luxembourg|LV Latvia|LY Libya|MA Morocco|MC Monaco|MD Moldova|ME Montenegro|MG Madagascar
MH Marshall Islands|MK North Macedonia,Macedonia|ML Mali|MM Myanmar,Burma|MN Mongolia|MO Macau,Macao
MP Northern Mariana Islands|MQ Martinique|MR Mauritania|MT Malta|MU Mauritius|MV Maldives|MW Malawi
MX Mexico,México|MY Malaysia|MZ Mozambique|NA Namibia|NC New Caledonia|NE Niger|NG Nigeria|NI Nicaragua
NL Netherlands,The Netherlands,Holland|NO Norway|NP Nepal|NR Nauru|NZ New Zealand|OM Oman|PA Panama
PE Peru,Perú|PF French Polynesia,Tahiti|PG Papua New Guinea|PH Philippines|PK Pakistan|PL Poland
PS West Bank,Gaza Strip,Gaza,Palestinian Territories|PT Portugal|PW Palau|PY Paraguay|QA Qatar
RO Romania|RS Serbia,Serbia-Montenegro,Serbia and Montenegro,Yugoslavia|RU Russia,Soviet Union,U.S.S.R.,USSR
RW Rwanda|SA Saudi Arabia|SB Solomon Islands|SC Seychelles|SD Sudan|SE Sweden|SG Singapore|SI Slovenia
SK Slovakia|SL Sierra Leone|SM San Marino|SN Senegal|SO Somalia|SR Suriname|SS South Sudan|ST Sao Tome
SV El Salvador|SY Syria|SZ Eswatini,Swaziland|TC Turks and Caicos Islands|TD Chad|TG Togo|TH Thailand
TJ Tajikistan|TL Timor-Leste|TM Turkmenistan|TN Tunisia|TO Tonga|TR Turkey,Türkiye|TT Trinidad,Trinidad and Tobago
TV Tuvalu|TW Taiwan|TZ Tanzania|UA Ukraine|UG Uganda|US United States,U.S.,USA,U.S.A.,EEUU|UY Uruguay
UZ Uzbekistan|VA Vatican City|VC St. Vincent|VE Venezuela|VG British Virgin Islands
VI U.S. Virgin Islands,Virgin Islands|VN Vietnam|VU Vanuatu|WS Samoa|XK Kosovo|YE Yemen|ZA South Africa
ZM Zambia|ZW Zimbabwe,Rhodesia
`;

const byName = new Map<string, string>();
for (const row of COUNTRIES.trim().split(/[|\n]/u)) {
  for (const name of row.slice(3).split(',')) byName.set(nameKey(name), row.slice(0, 2));
}

function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}.\s]/gu, '')
    .replaceAll('’', "'")
    .toLowerCase();
}

/** The ISO 3166 code of a country named in a dateline; undefined for any other text. */
export function countryCode(name: string): string | undefined {
  return byName.get(nameKey(name));
}
