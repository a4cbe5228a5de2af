import { day } from './time.ts';

/** What says that those who can be known in a photograph have agreed to be shown. The form itself is kept elsewhere. */
export interface Consent {
  /** Number under which the signed form is kept: no name, for this stands in git. */
  form: string;
  /** Day it was signed. */
  givenOn: string;
  /** Last day it holds, where it ends. */
  until?: string;
}

/** `FORM-2026-014, 2026-11-01` or `FORM-2026-014, 2026-11-01 to 2027-10-31`; `undefined` for anything else. */
export function parseConsent(written: string): Consent | undefined {
  const [, form, givenOn, until] =
    /^([A-Za-z]{0,6}[-/.]?\d[\dA-Za-z/.-]{0,30}), (\d{4}-\d{2}-\d{2})(?: to (\d{4}-\d{2}-\d{2}))?$/.exec(written) ?? [];
  if (form === undefined || givenOn === undefined || !isDay(givenOn)) return undefined;
  if (until === undefined) return { form, givenOn };
  return isDay(until) && until >= givenOn ? { form, givenOn, until } : undefined;
}

function isDay(written: string): boolean {
  return day.safeParse(written).success;
}

/** Names of pictures that may be photographs. Drawings are kept as png. */
export const PHOTOGRAPH = /\.(?:jpe?g|webp|avif)$/i;
