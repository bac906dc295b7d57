/**
 * One meaning of a zone's abbreviations. `standard` and `daylight` are what clocks show, `generic`
 * whichever of both is in force. The first zone stands for all of them.
 */
export interface ZoneFamily {
  label: string;
  /** Minutes east of UTC in standard time; daylight time is an hour more. */
  offset: number;
  standard?: string;
  daylight?: string;
  generic?: string;
  zones: readonly [string, ...string[]];
}

type Row = readonly [
  label: string,
  offset: number,
  standard: string,
  daylight: string,
  generic: string,
  zones: string,
];

/**
 * What the abbreviations in printed times mean. The same one in several rows is ambiguous. A zone
 * that is in several rows prints the first: Singapore prints SGT and may be read as SST.
 */
const ROWS: readonly Row[] = [
  ['Japan', 540, 'JST', '', '', 'Asia/Tokyo'],
  ['Korea', 540, 'KST', '', '', 'Asia/Seoul Asia/Pyongyang'],
  ['Hong Kong', 480, 'HKT', '', '', 'Asia/Hong_Kong'],
  ['Singapore', 480, 'SGT', '', '', 'Asia/Singapore'],
  ['Malaysia', 480, 'MYT', '', '', 'Asia/Kuala_Lumpur'],
  ['Philippines', 480, 'PHT', '', '', 'Asia/Manila'],
  ['Indochina', 420, 'ICT', '', '', 'Asia/Bangkok Asia/Ho_Chi_Minh Asia/Phnom_Penh Asia/Vientiane'],
  ['Western Indonesia', 420, 'WIB', '', '', 'Asia/Jakarta'],
  ['Central Indonesia', 480, 'WITA', '', '', 'Asia/Makassar'],
  ['Eastern Indonesia', 540, 'WIT', '', '', 'Asia/Jayapura'],
  ['Myanmar', 390, 'MMT', '', '', 'Asia/Yangon'],
  ['Nepal', 345, 'NPT', '', '', 'Asia/Kathmandu'],
  ['Pakistan', 300, 'PKT', '', '', 'Asia/Karachi'],
  ['Iran', 210, 'IRST', 'IRDT', '', 'Asia/Tehran'],
  ['Israel', 120, 'IST', 'IDT', '', 'Asia/Jerusalem'],
  ['India', 330, 'IST', '', '', 'Asia/Kolkata'],
  ['Ireland', 0, 'GMT', 'IST', '', 'Europe/Dublin'],
  [
    'Eastern Time',
    -300,
    'EST',
    'EDT',
    'ET',
    'America/New_York America/Toronto America/Detroit America/Nassau America/Jamaica America/Panama America/Cancun',
  ],
  [
    'Central Time',
    -360,
    'CST',
    'CDT',
    'CT',
    'America/Chicago America/Winnipeg America/Regina America/Mexico_City America/Costa_Rica America/Guatemala America/El_Salvador America/Tegucigalpa America/Managua',
  ],
  [
    'Mountain Time',
    -420,
    'MST',
    'MDT',
    'MT',
    'America/Denver America/Phoenix America/Edmonton America/Boise America/Hermosillo',
  ],
  [
    'Pacific Time',
    -480,
    'PST',
    'PDT',
    'PT',
    'America/Los_Angeles America/Vancouver America/Tijuana',
  ],
  ['Alaska', -540, 'AKST', 'AKDT', 'AKT', 'America/Anchorage'],
  ['Hawaii', -600, 'HST', '', '', 'Pacific/Honolulu'],
  [
    'Atlantic Time',
    -240,
    'AST',
    'ADT',
    '',
    'America/Halifax America/Puerto_Rico Atlantic/Bermuda America/Santo_Domingo America/Port_of_Spain',
  ],
  ['Newfoundland', -210, 'NST', 'NDT', '', 'America/St_Johns'],
  ['China', 480, 'CST', '', '', 'Asia/Shanghai Asia/Taipei Asia/Macau'],
  ['Cuba', -300, 'CST', 'CDT', '', 'America/Havana'],
  ['Philippines', 480, 'PST', '', '', 'Asia/Manila'],
  ['Malaysia', 480, 'MST', '', '', 'Asia/Kuala_Lumpur'],
  ['Myanmar', 390, 'MST', '', '', 'Asia/Yangon'],
  ['Samoa', -660, 'SST', '', '', 'Pacific/Pago_Pago'],
  ['Singapore', 480, 'SST', '', '', 'Asia/Singapore'],
  ['Britain', 0, 'GMT', 'BST', '', 'Europe/London'],
  ['Bangladesh', 360, 'BST', '', '', 'Asia/Dhaka'],
  [
    'Arabia',
    180,
    'AST',
    '',
    '',
    'Asia/Riyadh Asia/Kuwait Asia/Qatar Asia/Bahrain Asia/Baghdad Asia/Aden',
  ],
  ['Gulf', 240, 'GST', '', '', 'Asia/Dubai Asia/Muscat'],
  ['South Georgia', -120, 'GST', '', '', 'Atlantic/South_Georgia'],
  [
    'Eastern Australia',
    600,
    'AEST',
    'AEDT',
    'AET',
    'Australia/Sydney Australia/Melbourne Australia/Hobart Australia/Brisbane',
  ],
  ['Central Australia', 570, 'ACST', 'ACDT', 'ACT', 'Australia/Adelaide Australia/Darwin'],
  ['Western Australia', 480, 'AWST', '', 'AWT', 'Australia/Perth'],
  [
    'Eastern Australia',
    600,
    'EST',
    'EDT',
    '',
    'Australia/Sydney Australia/Melbourne Australia/Hobart Australia/Brisbane',
  ],
  ['Western Australia', 480, 'WST', '', '', 'Australia/Perth'],
  ['Samoa', 780, 'WST', '', '', 'Pacific/Apia'],
  ['Ecuador', -300, 'ECT', '', '', 'America/Guayaquil'],
  [
    'Eastern Caribbean',
    -240,
    'ECT',
    '',
    '',
    'America/Port_of_Spain America/Barbados America/St_Lucia',
  ],
  ['Amazon', -240, 'AMT', '', '', 'America/Manaus'],
  ['Armenia', 240, 'AMT', '', '', 'Asia/Yerevan'],
  ['New Zealand', 720, 'NZST', 'NZDT', 'NZT', 'Pacific/Auckland'],
  [
    'Central Europe',
    60,
    'CET',
    'CEST',
    '',
    'Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Vienna Europe/Zurich Europe/Brussels Europe/Amsterdam Europe/Stockholm Europe/Oslo Europe/Copenhagen Europe/Prague Europe/Warsaw Europe/Budapest Europe/Belgrade',
  ],
  [
    'Eastern Europe',
    120,
    'EET',
    'EEST',
    '',
    'Europe/Athens Europe/Helsinki Europe/Kyiv Europe/Bucharest Europe/Sofia Europe/Vilnius Europe/Riga Europe/Tallinn Asia/Beirut Africa/Cairo',
  ],
  ['Western Europe', 0, 'WET', 'WEST', '', 'Europe/Lisbon Atlantic/Canary'],
  ['Moscow', 180, 'MSK', '', '', 'Europe/Moscow Europe/Minsk'],
  ['Turkey', 180, 'TRT', '', '', 'Europe/Istanbul'],
  ['South Africa', 120, 'SAST', '', '', 'Africa/Johannesburg'],
  [
    'East Africa',
    180,
    'EAT',
    '',
    '',
    'Africa/Nairobi Africa/Addis_Ababa Africa/Kampala Africa/Dar_es_Salaam',
  ],
  ['Central Africa', 120, 'CAT', '', '', 'Africa/Maputo Africa/Harare Africa/Lusaka Africa/Kigali'],
  ['West Africa', 60, 'WAT', '', '', 'Africa/Lagos Africa/Kinshasa Africa/Luanda'],
  ['Brasilia', -180, 'BRT', 'BRST', '', 'America/Sao_Paulo'],
  ['Argentina', -180, 'ART', '', '', 'America/Argentina/Buenos_Aires'],
  ['Chile', -240, 'CLT', 'CLST', '', 'America/Santiago'],
  ['Colombia', -300, 'COT', '', '', 'America/Bogota'],
  ['Peru', -300, 'PET', '', '', 'America/Lima'],
  ['Venezuela', -240, 'VET', '', '', 'America/Caracas'],
];

export const zoneFamilies: readonly ZoneFamily[] = ROWS.map(
  ([label, offset, standard, daylight, generic, zones]) => ({
    label,
    offset,
    ...(standard === '' ? {} : { standard }),
    ...(daylight === '' ? {} : { daylight }),
    ...(generic === '' ? {} : { generic }),
    zones: zones.split(' ') as [string, ...string[]],
  }),
);
