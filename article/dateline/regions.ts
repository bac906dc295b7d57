/** A state, province or territory: ISO country, full name, the form AP prints, postal code. */
type RegionRow = readonly [country: string, name: string, printed: string, postal: string];

/** The regions that datelines name after a place. AP never shortens eight of the states. */
export const REGIONS: readonly RegionRow[] = [
  ['US', 'Alabama', 'Ala.', 'AL'],
  ['US', 'Alaska', 'Alaska', 'AK'],
  ['US', 'Arizona', 'Ariz.', 'AZ'],
  ['US', 'Arkansas', 'Ark.', 'AR'],
  ['US', 'California', 'Calif.', 'CA'],
  ['US', 'Colorado', 'Colo.', 'CO'],
  ['US', 'Connecticut', 'Conn.', 'CT'],
  ['US', 'Delaware', 'Del.', 'DE'],
  ['US', 'District of Columbia', 'D.C.', 'DC'],
  ['US', 'Florida', 'Fla.', 'FL'],
  ['US', 'Georgia', 'Ga.', 'GA'],
  ['US', 'Hawaii', 'Hawaii', 'HI'],
  ['US', 'Idaho', 'Idaho', 'ID'],
  ['US', 'Illinois', 'Ill.', 'IL'],
  ['US', 'Indiana', 'Ind.', 'IN'],
  ['US', 'Iowa', 'Iowa', 'IA'],
  ['US', 'Kansas', 'Kan.', 'KS'],
  ['US', 'Kentucky', 'Ky.', 'KY'],
  ['US', 'Louisiana', 'La.', 'LA'],
  ['US', 'Maine', 'Maine', 'ME'],
  ['US', 'Maryland', 'Md.', 'MD'],
  ['US', 'Massachusetts', 'Mass.', 'MA'],
  ['US', 'Michigan', 'Mich.', 'MI'],
  ['US', 'Minnesota', 'Minn.', 'MN'],
  ['US', 'Mississippi', 'Miss.', 'MS'],
  ['US', 'Missouri', 'Mo.', 'MO'],
  ['US', 'Montana', 'Mont.', 'MT'],
  ['US', 'Nebraska', 'Neb.', 'NE'],
  ['US', 'Nevada', 'Nev.', 'NV'],
  ['US', 'New Hampshire', 'N.H.', 'NH'],
  ['US', 'New Jersey', 'N.J.', 'NJ'],
  ['US', 'New Mexico', 'N.M.', 'NM'],
  ['US', 'New York', 'N.Y.', 'NY'],
  ['US', 'North Carolina', 'N.C.', 'NC'],
  ['US', 'North Dakota', 'N.D.', 'ND'],
  ['US', 'Ohio', 'Ohio', 'OH'],
  ['US', 'Oklahoma', 'Okla.', 'OK'],
  ['US', 'Oregon', 'Ore.', 'OR'],
  ['US', 'Pennsylvania', 'Pa.', 'PA'],
  ['US', 'Rhode Island', 'R.I.', 'RI'],
  ['US', 'South Carolina', 'S.C.', 'SC'],
  ['US', 'South Dakota', 'S.D.', 'SD'],
  ['US', 'Tennessee', 'Tenn.', 'TN'],
  ['US', 'Texas', 'Texas', 'TX'],
  ['US', 'Utah', 'Utah', 'UT'],
  ['US', 'Vermont', 'Vt.', 'VT'],
  ['US', 'Virginia', 'Va.', 'VA'],
  ['US', 'Washington', 'Wash.', 'WA'],
  ['US', 'West Virginia', 'W.Va.', 'WV'],
  ['US', 'Wisconsin', 'Wis.', 'WI'],
  ['US', 'Wyoming', 'Wyo.', 'WY'],
  ['US', 'Puerto Rico', 'Puerto Rico', 'PR'],
  ['CA', 'Alberta', 'Alta.', 'AB'],
  ['CA', 'British Columbia', 'B.C.', 'BC'],
  ['CA', 'Manitoba', 'Man.', 'MB'],
  ['CA', 'New Brunswick', 'N.B.', 'NB'],
  ['CA', 'Newfoundland', 'Nfld.', 'NF'],
  ['CA', 'Newfoundland and Labrador', 'N.L.', 'NL'],
  ['CA', 'Nova Scotia', 'N.S.', 'NS'],
  ['CA', 'Northwest Territories', 'N.W.T.', 'NT'],
  ['CA', 'Nunavut', 'Nunavut', 'NU'],
  ['CA', 'Ontario', 'Ont.', 'ON'],
  ['CA', 'Prince Edward Island', 'P.E.I.', 'PE'],
  ['CA', 'Quebec', 'Que.', 'QC'],
  ['CA', 'Saskatchewan', 'Sask.', 'SK'],
  ['CA', 'Yukon', 'Yukon', 'YT'],
  ['AU', 'New South Wales', 'New South Wales', 'NSW'],
  ['AU', 'Northern Territory', 'Northern Territory', 'NT'],
  ['AU', 'Queensland', 'Queensland', 'QLD'],
  ['AU', 'South Australia', 'South Australia', 'SA'],
  ['AU', 'Tasmania', 'Tasmania', 'TAS'],
  ['AU', 'Victoria', 'Victoria', 'VIC'],
  ['AU', 'Western Australia', 'Western Australia', 'WA'],
];

/** Short forms seen on the wires beside those of the table. */
const MORE_FORMS: Record<string, string> = {
  cal: 'California',
  kans: 'Kansas',
  nebr: 'Nebraska',
  oreg: 'Oregon',
  penn: 'Pennsylvania',
  penna: 'Pennsylvania',
  tex: 'Texas',
  wva: 'West Virginia',
  dc: 'District of Columbia',
};

export interface Region {
  country: string;
  name: string;
}

const byForm = new Map<string, Region>();
// The first row with a form keeps it: `NT` is Canadian, `WA` American.
for (const [country, name, ...forms] of REGIONS.toReversed()) {
  for (const form of [name, ...forms]) byForm.set(formKey(form), { country, name });
}
for (const [form, name] of Object.entries(MORE_FORMS)) {
  const region = byForm.get(formKey(name));
  if (region !== undefined) byForm.set(form, region);
}

function formKey(form: string): string {
  return form.toLowerCase().replace(/[.\s]/gu, '');
}

/** The state, province or territory of which this is a name or short form: `Calif.`, `Fla`, `NY`. */
export function regionOf(text: string): Region | undefined {
  return byForm.get(formKey(text));
}
