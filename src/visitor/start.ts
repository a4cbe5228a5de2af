import { keepAlerts } from './keep-alerts.ts';
import { keepCopies } from './keep-copies.ts';
import { playFilms } from './play-films.ts';
import { tellLocalTime } from './tell-local-time.ts';

const region = document.getElementById('alerts');
if (region) keepAlerts(region);
playFilms();
tellLocalTime();
// A development server changes its files under the same names.
if (import.meta.env.PROD) keepCopies(document.documentElement.dataset.base ?? '/');
