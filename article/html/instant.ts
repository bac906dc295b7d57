const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u;

/** True for a time with its offset (RFC 3339) that exists on the calendar. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text));
}

// Making a formatter takes longer than a whole page.
const formatters = new Map<string, Intl.DateTimeFormat>();

/** An instant as a page prints it, in a zone (IANA): `2021-12-25 11:01 GMT+9`. */
export function printInstant(instant: string, zone: string): string {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: zone,
    });
    formatters.set(zone, formatter);
  }
  return formatter.format(new Date(instant));
}
