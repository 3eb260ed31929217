namespace Pricing.Api.OpenApi;

/// <summary>What the page adds to requests, so that a change needs no ETag typed by hand.</summary>
internal static class DeskScript
{
    // A resource and everything below it share the resource's ETag: /engagements/{id}/document changes /engagements/{id}.
    private const string ResourceOf = "const resource = (new URL(u, location.href).pathname.match(/^\\/api\\/v1\\/[^/]+\\/[0-9a-f-]{36}/) || [])[0];";

    /// <summary>Keeps the last ETag seen of each resource; not that of a conflict, whose other change the reader has not seen.</summary>
    public const string RememberETag =
        "(res) => { window.pricingETags = window.pricingETags || {}; const u = (res.obj && res.obj.links && res.obj.links.self) || res.url; " + ResourceOf
        + " const tag = res.status < 400 ? res.headers && res.headers.etag : res.status === 428 && res.obj && res.obj.currentETag; if (resource && tag) window.pricingETags[resource] = tag; return res; }";

    /// <summary>Sends it with every change where the reader has not typed one; a reader who tries a change out wants to see the difference.</summary>
    public const string SendETag =
        "(req) => { const u = req.url; " + ResourceOf
        + " if (resource && window.pricingETags && window.pricingETags[resource] && !['GET', 'HEAD'].includes((req.method || 'GET').toUpperCase()) && !req.headers['If-Match'])"
        + " req.headers['If-Match'] = window.pricingETags[resource];"
        + " if (/[?&]validateOnly=true/.test(u)) req.headers.accept = '*/*'; return req; }";

    public const string Path = "/desk/desk.js", RolesPath = "/desk/roles.json";

    /// <summary>
    /// The numbered steps open their operation and execute it as it stands; drafting one's own only opens. An address with an operation in it opens that
    /// operation, also where the page is open already.
    /// </summary>
    public const string Steps = """
        (() => {
          const later = (find, then, tries = 150) => { const found = find(); if (found) then(found); else if (tries > 0) setTimeout(() => later(find, then, tries - 1), 40); };
          const nameOf = hash => decodeURIComponent(hash.split('/').pop() || '');
          // Groups open when they are wanted: all operations at once take the page a minute.
          const reveal = hash => later(() => document.getElementById('operations-tag-' + decodeURIComponent(hash.split('/')[1]).replaceAll(' ', '_')), tag => {
            if (tag.getAttribute('data-is-open') === 'false') tag.click();
          });
          reveal('#/Start here/BuildDemo');
          const open = (name, then) => later(() => document.querySelector(`.opblock[id$="-${CSS.escape(name)}"]`), block => {
            if (!block.classList.contains('is-open')) block.querySelector('.opblock-summary-control').click();
            block.scrollIntoView({ block: 'start' });
            if (then) then(block);
          });
          const answer = block => block.querySelector('.loading-container') ? null : block.querySelector('.live-responses-table');
          const show = block => later(() => answer(block), table => table.scrollIntoView({ block: 'start' }));
          const execute = block => later(() => block.querySelector('.btn.execute'), button => { button.click(); setTimeout(show, 200, block); });
          document.addEventListener('click', event => {
            const link = event.target.closest('.info ol a[href^="#/"]');
            if (!link) return;
            event.preventDefault();
            const hash = link.getAttribute('href');
            history.replaceState(null, '', hash);
            reveal(hash);
            open(nameOf(hash), nameOf(hash) === 'CreateEngagement' ? null : execute);
          });
          // On a development machine everybody may look at the service with another's eyes.
          let acting = false;
          if ((localStorage.getItem('authorized') || '').includes('pk_demo_')) {   // keys of an earlier start open no longer
            localStorage.removeItem('authorized');
            location.reload();
          }
          const actAs = (key, buttons, button) => {
            if (key) window.ui.preauthorizeApiKey('ApiKey', key); else if (acting) window.ui.authActions.logout(['ApiKey']);
            acting = Boolean(key);
            buttons.forEach(other => other.setAttribute('aria-pressed', String(other === button)));
          };
          fetch('/desk/roles.json').then(response => response.ok ? response.json() : []).then(roles => roles.length && later(() => window.ui && document.querySelector('.information-container'), info => {
            const bar = document.createElement('div');
            bar.className = 'desk-roles';
            bar.setAttribute('role', 'group');
            bar.setAttribute('aria-label', 'Act as');
            bar.append('Development profile: everybody on this machine is the administrator. Act as ');
            const names = { accountLead: 'account lead', finance: 'finance', auditor: 'auditor', crmIntegration: 'CRM' };
            const buttons = [{ key: 'administrator', value: '' }, ...roles].map(role => {
              const button = document.createElement('button');
              button.textContent = names[role.key] || role.key;
              button.setAttribute('aria-pressed', String(!role.value));
              button.addEventListener('click', () => actAs(role.value, buttons, button));
              return button;
            });
            bar.append(...buttons);
            info.append(bar);
          }));
          const up = document.createElement('button');
          up.className = 'desk-up';
          up.textContent = 'Steps';
          up.title = 'Back to the numbered steps';
          up.addEventListener('click', () => window.scrollTo(0, 0));
          later(() => document.body, body => body.append(up));   // the script stands in the head
          window.addEventListener('scroll', () => up.classList.toggle('is-shown', window.scrollY > 400), { passive: true });
          window.addEventListener('hashchange', () => { if (/^#\/[^/]+\/[^/]+$/.test(location.hash)) { reveal(location.hash); open(nameOf(location.hash)); } });
        })();
        """;
}
