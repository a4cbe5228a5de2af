import { ORGANISATION } from './example-desk.ts';
import type { RuleExample } from './rule.ts';

/** A medicine that does not exist, and what a desk says of it, for the examples of rules on promotion. */
export const PROFILE_ON = { [ORGANISATION]: ['', 'policy: { promotion: true }\n'] } as const;
export const MEDICINE = 'campaigns/nindova/en.mdx';
export const MEDICINE_IN_URDU = 'campaigns/nindova/ur.mdx';
export const MEDICINE_POST = 'campaigns/nindova/posts/insomnia/en.mdx';
export const RISKS_ADDRESS = 'https://nindova.example/risks';

/** The page: every field on a line of its own. */
export const A_MEDICINE = `---
id: nindova
risk: promotion
promotion: { fullRiskInformation: "${RISKS_ADDRESS}" }
schedule: { kind: yearly, startsOn: "03-18", endsOn: "03-24" }
sources: [who-water]
author: amina
lastReviewedOn: 2026-11-01
nextReviewDueOn: 2027-11-01
title: Nindova (snoozeline)
summary: Ask your doctor about sleep.
mainMessage: Ask your doctor about sleep.
callToAction: { text: Find a doctor, url: "https://desk.example/doctors" }
audience: [Adults]
promoted:
  brand: Nindova
  generic: snoozeline
  indication: for adults with insomnia
  limits: [not for children]
  benefits: [sleep through the night, fall asleep faster]
  risks: [[sleepwalking that can kill, walk in your sleep and die], trouble breathing]
---

Nindova is for adults with insomnia, not for children. It helps you sleep through the night.

It can cause sleepwalking that can kill, and trouble breathing. [All risks](${RISKS_ADDRESS})
`;

export const A_MEDICINE_IN_URDU = `---
translationOf: { language: en, fields: {}, blocks: [] }
title: نیندووا (سنوزلین)
summary: نیند کے بارے میں ڈاکٹر سے پوچھیں۔
mainMessage: نیند کے بارے میں ڈاکٹر سے پوچھیں۔
callToAction: { text: ڈاکٹر تلاش کریں, url: "https://desk.example/doctors" }
audience: [بالغ]
promoted:
  brand: نیندووا
  generic: سنوزلین
  indication: بے خوابی کے شکار بالغوں کے لیے
  limits: [بچوں کے لیے نہیں]
  benefits: [رات بھر نیند]
  risks: [نیند میں چلنا جان لے سکتا ہے, سانس لینے میں دشواری]
---

نیندووا بے خوابی کے شکار بالغوں کے لیے ہے، بچوں کے لیے نہیں۔ اس سے رات بھر نیند آتی ہے۔

نیند میں چلنا جان لے سکتا ہے، اور سانس لینے میں دشواری ہو سکتی ہے۔ [تمام خطرات](${RISKS_ADDRESS})
`;

export const A_MEDICINE_POST = `---
id: insomnia
channels: [outbox]
publishAt: { daysFromStart: 0, time: "09:00" }
expiresAt: { daysFromStart: 1, time: "09:00" }
link: none
headline: Talk about your sleep
---

Nindova (snoozeline) is for adults with insomnia, not for children. It helps you sleep through the night. It can cause sleepwalking that can kill, and trouble breathing. All risks: ${RISKS_ADDRESS}
`;

/**
 * A desk under the profile with the medicine's page in both languages and its post, one of them changed as an example says.
 * Where the page is, there is no post.
 */
export function medicineDesk(
  changes: { page?: readonly [from: string, to: string]; post?: readonly [from: string, to: string] } = {},
): NonNullable<RuleExample['changes']> {
  const { page = ['', ''], post = ['', ''] } = changes;
  const isPageAlone = changes.page && !changes.post;
  return {
    ...PROFILE_ON,
    [MEDICINE]: replaced(A_MEDICINE, page),
    [MEDICINE_IN_URDU]: A_MEDICINE_IN_URDU,
    ...(isPageAlone ? {} : { [MEDICINE_POST]: replaced(A_MEDICINE_POST, post) }),
  };
}

function replaced(text: string, [from, to]: readonly [from: string, to: string]): string {
  if (!text.includes(from)) throw new RangeError(`${from} stands nowhere in the example`);
  return text.replace(from, () => to);
}
