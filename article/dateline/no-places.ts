import { isMajorCity } from './cities.ts';
import { countryCode } from './countries.ts';

/**
 * Tells `WARNING - …`, `HARBOR INC - …` and `TORONTO BLUE JAYS - …` from a place in capitals that
 * no state, date or credit makes sure.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Words of headings, sections and advisories. */
const LABELS = set(`
  about access adds advice advisory alert alerts all also analysis announcement answer answers art arts
  athletics athletes attention auto autos awards background badminton baseball basketball biathlon bonds bowling boxing
  boys breaking brief briefing briefly briefs bulletin business calendar cameras chart charts checklist
  chess chronology circuit clarification coaching column comment commentary commodities computers
  conclusion contact contents context copyright corrected correction corrections credits cricket
  currencies curling cycling data day deals death deaths debate diary digest diving draft drama
  economy editor editorial editors education eds embargo embargoed end ends energy entertainment
  environment equestrian events example exclusive fact factbox facts false fashion feature features
  fencing film final finals finance flash flashback focus follow food football for forecast forex free fund
  futsal gadgets gallery game games girls glance gold golf graphic guide gymnastics handball headline
  headlines health help her highlights his history hockey horse how howto ice idea ideas
  important in index inside insight internet interview introduction investing is issue issues its jobs
  judo karate key kicker lacrosse latest law lead leaders league lede legal letter letters life
  lifestyle link links listen live lives local lottery luge man market markets match matches media
  medicine memo men menu money more most motor motoring motorcycling movie movies music my myth
  national netball new news newsmaker newsmakers next nfl no nordic not note notebook notes notice
  obituaries obituary obits official olympics online op-ed opening opinion opinions our overview pay
  people personal petroleum phone photo photos picture pictures pm point points political politics poll polls prep prescriptions
  press preview previews price prices pro profile profiles programme pros cons program property q&a qualifying question questions
  quick quiz quote quotes racing rankings rating ratings read reading recap recipe recipes record reference refile related release
  reminder repeat report reports resend result results review reviews rival roundup rowing rpt rugby
  running sailing sample schedule schedules science score scoreboard scores scoring season second section security see
  series shares shooting skating skiing slideshow slug snooker snowboarding soccer softball software
  source sources special spoiler sport sports spotlight squash standings statement statistics stats
  status stocks stories story strategy student summary support surfing swimming synopsis table
  tables take taken tech technology tennis test text the their theater theatre this time timeline tip
  tips title titles to today tomorrow tonight top topic topics track trade trading traffic trailer transactions
  transcript transport travel treasuries trends triathlon trivia true tv undated unknown update
  updated updates urgent verdict version video videos viewpoint volleyball vote votes warning warnings watch
  water weather web week weekend weightlifting what when where who why winner winners women wrap wrapup
  wrestling yes yesterday your
`);

/** Words that carry on a sentence or a headline, and stand in the name of no place. */
const SENTENCE = set(`
  after again against and are as be been before but by can cuts dead died dies fall falls for found
  from gets had has have hits holds hurt if into killed leads loses makes man may near-miss no not
  off one or over raises rises said says seeks sees should sues takes that their they this three
  told two under up vs was were what when who will wins with would
`);

/** Words that end the name of a company, a paper or a body. */
const BODY = set(`
  agency ag airlines court cup exchange house league open prix product serie street war airways & association bank co commission committee company corp corporation
  council department fc foundation gmbh group holdings inc incorporated industries institute
  international limited llc ltd ministry motors nv organisation organization party plc sa systems
  technologies united university
`);

/** Well-known names in capitals, no places: firms, leagues and bodies longer than an abbreviation. */
const NAMES = set(`
  adidas arsenal chelsea daimlerchrysler real-madrid same-sex-marriage africa airbus america asia atlantic al-qaeda al-qaida amazon apple asean boeing broadway chrysler disney ebay ericsson europe
  facebook fedex fifa formula google hamas hewlett-packard hezbollah hizbollah honda hubble intel interpol itunes
  kmart lenovo linux mercosur microsoft motogp motorola nasa nascar nasdaq netflix nikkei nintendo
  nissan nokia novell opec oracle parmalat paypal pentagon pixar samsung siemens sony superbowl
  taliban toshiba toyota twitter unctad unesco unhcr unicef vioxx volkswagen walmart wal-mart middle-east silicon-valley
  terror whatsapp windows xbox yahoo youtube yukos
`);

/** Given names with which a name in capitals plainly is a person's. */
const GIVEN = set(`
  adam alan albert alex alexander alice allen amanda amy ana andre andrea andrew andy angela ann anna
  anne anthony arnold arthur barack barbara barry ben benjamin bernard bill bob brad brian bruce
  carl carlos carol carolyn catherine charles chris christian christopher cindy colin craig daniel
  danny darren dave david dean deborah denis dennis diana diane dick donald donna doug douglas
  eddie edward elizabeth ellen emily emma eric erik ernest eugene evan evelyn fernando francis frank
  fred gary george gerald gerard gerry gordon graham greg gregory harold harry heather helen henry
  howard hugh ian ivan jack jacques james jan jane janet jason jay jean jeff jeffrey jennifer jeremy
  jerry jessica jim jimmy joan joe john johnny jon jonathan jose joseph joshua joyce juan judith
  julia julian julie justin karen karl kate kathleen keith kelly ken kenneth kevin kim kofi larry
  laura lena leo leon leonard lisa louis lucas luis luke margaret maria marie mark martha martin mary
  matt matthew megan melissa michael michel michelle miguel mike mohamed mohammed nancy nicholas nick
  nicole oliver oscar patricia patrick paul paula pedro peter phil philip pierre rachel ralph ray
  raymond rebecca richard rick robert roberto robin rod roger ron ronald ross roy rupert russell ruth
  ryan saddam sam samuel sandra sara sarah scott sean sebastian serena sharon shawn simon stephen
  steve steven stuart susan susanne tara ted terry thomas tiger tim timothy todd tom tommy tony
  venus vijay vincent vladimir walter warren wayne wendy will william yasser
`);

/** Words with which the name of a place begins: `FORT …`, `KHAN YOUNIS`. */
const PLACE_FIRST = set(`
  abu al banda bandar beit cape castle ciudad dar de deir del des east el fort ft gulf isle khan kuala la lake las
  le les los lower mount mt new nizhny north northern nueva old point porto port puerto ras rio saint sainte
  san santa sant santo sao sri south southern st st. tel umm upper val veliky vila villa west western
`);

/** Words with which it ends: `… BEACH`, `… REFUGEE CAMP`. */
const PLACE_LAST = set(`
  abbey airport archipelago area bank barracks base basin bay beach bluff bluffs border bridge camp canal canyon
  castle channel city coast corners county cove creek crossing delta desert district downs falls
  field forest fork forks garden gardens glen green grove gulch gulf harbor harbour haven heath heights hill
  hills hollow island islands isle isles junction kill knoll lake lakes landing land line lodge meadows mesa mill
  mills mine monument mountain mountains mouth oasis ocean palace parish park pass passage peak peninsula pier
  plain plains plateau point pond port prairie prison province quarter ranch rapids reef region reservation
  reservoir ridge river rock rocks sea settlement shoals shore shores sound springs square station strait
  straits strip summit swamp terrace territory town township triangle university vale valley view village vista volcano wells
  wharf woods zone
`);

/** The last word of places that no surname is: with it even `JOHN DAY RIVER` is a place. */
const SURE_PLACE = set(`
  airport base bay beach camp canyon city county creek falls heights island islands mountains park
  peninsula point prison river springs township valley village
`);

/** `WORLDWIDE INFLATIONS - `: what ends so is a word and no name of a place. */
const COMMON_ENDING =
  /.(?:[st]ions?|ments?|ness|isms?|ology|ings?|ences?|ances?|ics|ists?|ities|ity|ships?|ables?|ives?|ers|ors|als|ates|ups?)$/u;

/** Where a dateline may be written that is no town: `NEAR X`, `ABOARD …`, `ON THE … RIVER`. */
const FROM = /^(?:aboard|along|at|between|in|near|off|on|outside|over)\s/u;

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[\s/]+/u);
}

/** True for a name of which every word is that of a heading: no credit makes it a place. */
export function isHeading(name: string): boolean {
  return wordsOf(name).every((word) => LABELS.has(word.replace(/'s$/u, '')));
}

/**
 * True for a name in capitals that is not a place, unless a state, a date or a credit shows that it
 * is one.
 */
export function isLabel(name: string): boolean {
  if (isMajorCity(name)) return false;
  if (countryCode(name) !== undefined) return true;
  const words = wordsOf(name);
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (words.length > 5 || NAMES.has(words.join('-'))) return true;
  if (FROM.test(`${words.join(' ')} `)) {
    // `ON THE RIO GRANDE`, but `IN BRIEF` and `ON THE ROAD`.
    return (
      !/^(?:aboard|near|outside)\s/u.test(words.join(' ')) &&
      !words.some((word) => PLACE_LAST.has(word))
    );
  }
  if (words.some((word) => SENTENCE.has(word) || BODY.has(word) || NAMES.has(word))) return true;
  if (words.every(isLabelWord)) return true;
  if (words.length === 1) return COMMON_ENDING.test(first);
  if (GIVEN.has(first)) return !SURE_PLACE.has(last);
  if (PLACE_LAST.has(last)) return first === 'the';
  // A team: `TORONTO BLUE JAYS`, `TACOMA RAINIERS`.
  if (startsWithCity(words) || /[^s']s$/u.test(last)) return true;
  if (PLACE_FIRST.has(first)) return false;
  return first === 'the' || words.some(isLabelWord) || COMMON_ENDING.test(last);
}

function isLabelWord(word: string): boolean {
  return LABELS.has(word.replace(/'s$/u, ''));
}

function startsWithCity(words: readonly string[]): boolean {
  return words.some(
    (word, index) =>
      index > 0 &&
      !/^(?:am|an|de|del|do|im|la|on)$/u.test(word) &&
      isMajorCity(words.slice(0, index).join(' ')),
  );
}
