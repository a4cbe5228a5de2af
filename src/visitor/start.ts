import { keepAlerts } from './keep-alerts.ts';
import { keepCopies } from './keep-copies.ts';

const region = document.getElementById('alerts');
if (region) keepAlerts(region);
// A development server changes its files under the same names.
if (import.meta.env.PROD) keepCopies(document.documentElement.dataset.base ?? '/');
