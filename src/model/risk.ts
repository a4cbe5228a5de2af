import { z } from 'zod';
import type { Role } from './person.ts';

/**
 * How much harm a wrong word could do, from least to most. It decides whose approval an item needs
 * (`REQUIRED_APPROVALS`).
 */
export const RISK_CLASSES = ['routine', 'health-claim', 'crisis', 'promotion'] as const;
export type RiskClass = (typeof RISK_CLASSES)[number];

export const riskClass = z.enum(RISK_CLASSES);

/**
 * Approvals each risk class needs before anything leaves for a public network, each by another person than the
 * author: routine 1 editor; a health claim also a clinician; a crisis two, one of them an approver on duty; promotion
 * also a lawyer.
 */
export const REQUIRED_APPROVALS: Readonly<Record<RiskClass, readonly Role[]>> = {
  routine: ['editor'],
  'health-claim': ['editor', 'clinician'],
  crisis: ['editor', 'duty-approver'],
  promotion: ['editor', 'clinician', 'legal'],
};
