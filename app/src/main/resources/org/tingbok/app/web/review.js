// The review queue by keyboard. Without this script its forms work as they are.
'use strict';

const waiting = () => [...document.querySelectorAll('.waiting')];
const status = document.querySelector('.done');
let current = -1;

document.querySelector('.keys')?.removeAttribute('hidden');
signed(localStorage.getItem('by') ?? '');

// Who rules once rules on: the name stands in every form that has none.
function signed(by) {
  for (const field of document.querySelectorAll('.rule input[name=by]')) {
    field.value = field.value || by;
  }
}

function go(to) {
  const claims = waiting();
  if (claims.length === 0) {
    return;
  }
  current = Math.max(0, Math.min(claims.length - 1, to));
  claims[current].focus();
  claims[current].scrollIntoView({block: 'center'});
}

function followed(claim, selector) {
  const field = claim.querySelector(selector);
  field.focus();
  return field;
}

async function rule(form, verdict) {
  const claim = form.closest('.waiting');
  const values = new URLSearchParams(new FormData(form));
  values.set('verdict', verdict);
  localStorage.setItem('by', values.get('by'));
  signed(values.get('by'));
  let answer;
  try {
    answer = await fetch(form.action, {method: 'POST', body: values, headers: {Accept: 'application/json'}});
  } catch {
    status.textContent = 'The server does not answer; nothing was recorded.';
    return;
  }
  const told = await answer.json();
  if (!answer.ok) {
    status.textContent = told.code + ': ' + told.detail;
    claim.classList.add('refused');
    return;
  }
  const at = waiting().indexOf(claim);
  status.textContent = told.verdict + ': ' + claim.querySelector('.gist').textContent.trim();
  claim.remove();
  if (waiting().length === 0) {
    location.assign(document.querySelector('a[rel=next]')?.href ?? location.href);
  } else {
    go(at);
  }
}

document.addEventListener('submit', event => {
  if (event.target.matches('.rule')) {
    event.preventDefault();
    rule(event.target, event.submitter?.value ?? 'confirmed');
  }
});

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.target.matches('input, textarea, select')) {
    if (event.key === 'Escape') {
      go(waiting().indexOf(event.target.closest('.waiting')));
    } else if (event.key === 'Enter' && event.target.name === 'reason' && event.target.value.trim() !== '') {
      event.preventDefault();
      event.target.form.querySelector('[value=rejected]').click();
    }
    return;
  }
  const claim = waiting()[current];
  switch (event.key) {
    case 'j': go(current + 1); break;
    case 'k': go(current - 1); break;
    case 'c': if (claim) { followed(claim, '[value=confirmed]').click(); } break;
    case 'x': if (claim) { followed(claim, 'input[name=reason]'); } break;
    case 'e': if (claim) { location.assign(claim.dataset.correct); } break;
    case 'o': if (claim) { location.assign(claim.dataset.document); } break;
    default: return;
  }
  event.preventDefault();
});
