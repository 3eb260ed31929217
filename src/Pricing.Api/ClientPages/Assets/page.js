// Makes the page handier; it does everything without this, too.
(() => {
  const form = document.getElementById('acceptance');
  if (!form) return;
  const find = id => document.getElementById(id);
  const button = find('accept-button'), dialog = find('confirm');
  const { decimals, language, money } = form.dataset;
  const chosen = () => form.querySelector('input[name=option]:checked');

  // Amounts are whole numbers of the smallest unit, so that no sum is a cent off.
  const vat = (net, rate) => {
    const digits = (rate.split('.')[1] || '').length;
    const scale = 10n ** BigInt(digits), product = net * BigInt(rate.replace('.', ''));
    const size = product < 0n ? -product : product, rounded = (2n * size + scale) / (2n * scale);
    return product < 0n ? -rounded : rounded;
  };
  const total = () => {
    const option = chosen(), nets = new Map();
    const add = (rate, amount) => nets.set(rate, (nets.get(rate) || 0n) + amount);
    for (const line of option.dataset.vat.split(' ')) {
      const [rate, net] = line.split(':');
      add(rate, BigInt(net));
    }
    for (const extra of form.querySelectorAll(`.extras[data-option="${option.value}"] input`)) {
      const isBase = extra.dataset.base === 'true';
      if (extra.checked !== isBase) add(extra.dataset.rate, BigInt(extra.dataset.amount) * (isBase ? -1n : 1n));
    }
    let net = 0n, gross = 0n;
    for (const [rate, amount] of nets) {
      net += amount;
      gross += amount + vat(amount, rate);
    }
    return { net: written(net), gross: written(gross) };
  };
  const written = amount => {
    const [group, point] = language === 'de' ? ['.', ','] : [',', '.'];
    const places = Number(decimals), digits = String(amount < 0n ? -amount : amount).padStart(places + 1, '0');
    const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, group);
    const text = places ? `${whole}${point}${digits.slice(-places)}` : whole;
    return (amount < 0n ? '\u2212' : '') + money.replace('{0}', text);
  };

  const show = () => {
    const option = chosen(), sum = total();
    if (find('total-net')) {
      find('total-net').textContent = sum.net;
      find('total-gross').textContent = sum.gross;
    }
    find('total-label').textContent = option.dataset.sure === 'true' ? form.dataset.fixed : form.dataset.expected;
    button.textContent = option.dataset.button;
  };
  form.addEventListener('change', show);
  show();

  for (const link of document.querySelectorAll('[data-choose]')) {
    link.addEventListener('click', event => {
      event.preventDefault();
      const option = form.querySelector(`input[name=option][value="${link.dataset.choose}"]`);
      option.checked = true;
      show();
      option.focus({ preventScroll: true });
      find('accept').scrollIntoView();
    });
  }

  // What is missing is said by the service, before anybody is asked to bind themselves.
  const isComplete = () => [...form.querySelectorAll('[required]')].every(field => field.value.trim() !== '');
  const extras = () => [...form.querySelectorAll(`.extras[data-option="${chosen().value}"] input:checked`)].map(input => input.dataset.name);
  const asked = () => {
    const sum = total(), { sure, expected, extras: also } = find('confirm-text').dataset;
    const parts = { 0: chosen().dataset.confirm, 1: sum.net, 2: sum.gross, 3: extras().join(', ') };
    const text = (chosen().dataset.sure === 'true' ? sure : expected) + (parts[3] ? ` ${also}` : '');
    return text.replace(/\{(\d)\}/g, (_, place) => parts[place]);
  };

  let isConfirmed = false;
  form.addEventListener('submit', event => {
    if (isConfirmed || !dialog.showModal || !isComplete() || (event.submitter && event.submitter !== button)) return;
    event.preventDefault();
    find('confirm-text').textContent = asked();
    dialog.showModal();
  });
  find('confirm-back').addEventListener('click', () => dialog.close());
  find('confirm-yes').addEventListener('click', () => {
    if (isConfirmed) return;
    isConfirmed = true;
    dialog.close();
    form.requestSubmit(button);
  });
})();
