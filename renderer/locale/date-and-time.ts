/**
 * A time as this machine's clock, or the clocks of `zone` (IANA), show it:
 * `25 December 2021, 11:01`. `at` is RFC 3339; anything else comes back as it is.
 */
export function dateAndTime(at: string, zone?: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  // British English: day before month, and 24 hours, whoever reads it.
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(zone !== undefined && { timeZone: zone }),
  });
  const parts = Object.fromEntries(
    format.formatToParts(date).map((part) => [part.type, part.value]),
  );
  return `${parts['day']} ${parts['month']} ${parts['year']}, ${parts['hour']}:${parts['minute']}`;
}
