/** Address that a telephone dials: `tel:` and the number without the signs that only help the eye. */
export function telephoneAddress(number: string): string {
  return `tel:${number.replaceAll(/[^\d+*#]/g, '')}`;
}
