// Lighthouse over every kind of page: node .ci/lighthouse.mjs MODULES ADDRESS
// MODULES is where npm installed lighthouse; ADDRESS is a running server. Fails where a score is under the floor.
// All kinds are looked at as on a phone; as on a desktop, where every score is higher, those that carry most.
import {createRequire} from 'node:module';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

const FLOOR = 95;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const [modules, address] = process.argv.slice(2);
const require = createRequire(path.resolve(modules, 'package.json'));
const {default: lighthouse, desktopConfig} = await import(pathToFileURL(require.resolve('lighthouse')));
const launcher = await import(pathToFileURL(require.resolve('chrome-launcher')));

const json = async where => (await fetch(address + where)).json();
const [{incidents}, {disputes}, {documents}] =
  await Promise.all([json('/incidents.json'), json('/disputes.json'), json('/documents.json')]);
const incident = '/incident/' + incidents.reduce((most, one) => one.claims > most.claims ? one : most).id;
const {newestFirst} = await json(incident + '.json');
const claim = '/claim/' + newestFirst[0].id;
const document = '/document/' + documents[0].id;
const actor = '/actor/' + encodeURIComponent(newestFirst.find(one => one.accused?.length).accused[0].name);

const carrying = ['/', incident, actor, document];
const others = ['/incidents', '/matrix', '/claims', '/search?q=network', '/actors', '/names', '/between', '/disputes',
  '/dispute/' + disputes[0].id, '/documents', document + '/reading', claim, claim + '/origins', incident + '/timeline',
  '/sources', '/review', '/add', '/glossary'];

const chrome = await launcher.launch({chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu']});
// What a page waits for that loads nothing later: nothing.
const quick = {port: chrome.port, logLevel: 'silent', onlyCategories: CATEGORIES, disableFullPageScreenshot: true,
  pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 0, cpuQuietThresholdMs: 0};

async function scores(where, config) {
  const {lhr} = await lighthouse(address + where, quick, config);
  const under = Object.values(lhr.categories).flatMap(one => one.score * 100 < FLOOR
    ? one.auditRefs.filter(ref => ref.weight > 0 && (lhr.audits[ref.id].score ?? 1) < 0.9)
        .map(ref => ref.id + ' ' + (lhr.audits[ref.id].displayValue ?? '')) : []);
  return {of: CATEGORIES.map(name => Math.round(lhr.categories[name].score * 100)), under};
}

let low = 0;
try {
  for (const [look, config, pages] of [['phone', undefined, [...carrying, ...others]], ['desktop', desktopConfig, carrying]]) {
    for (const where of pages) {
      // A machine that is busy with something else is slow once; a page that is slow is slow again.
      let found = await scores(where, config);
      if (found.under.length) {
        found = await scores(where, config);
      }
      console.log(look.padEnd(8), found.of.map(one => String(one).padStart(3)).join(' '), where, found.under.join('; '));
      low += found.of.some(one => one < FLOOR) ? 1 : 0;
    }
  }
} finally {
  await chrome.kill();
}
if (low) {
  console.error(`${low} pages under ${FLOOR} in ${CATEGORIES.join(', ')}`);
}
process.exit(low ? 1 : 0);
