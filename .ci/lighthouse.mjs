// Lighthouse over the pages that carry most: node .ci/lighthouse.mjs MODULES ADDRESS
// MODULES is where npm installed lighthouse; ADDRESS is a running server. Fails where a score is under the floor.
// They are looked at as on a phone, where every score is lower than on a desktop; the browser tests look at all kinds of page.
import {createRequire} from 'node:module';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

// How quick a page is depends on what else the machine does; the rest does not.
const FLOOR = {performance: 80, accessibility: 95, 'best-practices': 95, seo: 95};
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const [modules, address] = process.argv.slice(2);
const require = createRequire(path.resolve(modules, 'package.json'));
const {default: lighthouse} = await import(pathToFileURL(require.resolve('lighthouse')));
const launcher = await import(pathToFileURL(require.resolve('chrome-launcher')));

const json = async where => (await fetch(address + where)).json();
const [{incidents}, {documents}] = await Promise.all([json('/incidents.json'), json('/documents.json')]);
const incident = '/incident/' + incidents.reduce((most, one) => one.claims > most.claims ? one : most).id;
const document = '/document/' + documents[0].id;
const pages = ['/', incident, document, '/claims'];

const chrome = await launcher.launch({chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu']});
const asked = {port: chrome.port, logLevel: 'silent', onlyCategories: CATEGORIES, disableFullPageScreenshot: true};

async function scores(where) {
  const {lhr} = await lighthouse(address + where, asked);
  const under = Object.values(lhr.categories).flatMap(one => one.score * 100 < FLOOR[one.id]
    ? [`${one.id} ${Math.round(one.score * 100)}:`, ...one.auditRefs.filter(ref => ref.weight > 0 && (lhr.audits[ref.id].score ?? 1) < 0.9)
        .map(ref => ref.id + ' ' + (lhr.audits[ref.id].displayValue ?? ''))] : []);
  const unmeasured = CATEGORIES.filter(name => lhr.categories[name].score === null);
  return {of: CATEGORIES.map(name => Math.round(lhr.categories[name].score * 100)),
    under: [...under, ...unmeasured.map(name => name + ' could not be measured')]};
}

let low = 0;
try {
  for (const where of pages) {
    // A machine that is busy with something else is slow once; a page that is slow is slow again.
    let found = await scores(where);
    for (let again = 0; again < 2 && found.under.length; again++) {
      found = await scores(where);
    }
    console.log(found.of.map(one => String(one).padStart(3)).join(' '), where, found.under.join('; '));
    low += found.under.length ? 1 : 0;
  }
} finally {
  await chrome.kill();
}
if (low) {
  console.error(`${low} pages under ${CATEGORIES.map(name => `${FLOOR[name]} in ${name}`).join(', ')}`);
}
process.exit(low ? 1 : 0);
