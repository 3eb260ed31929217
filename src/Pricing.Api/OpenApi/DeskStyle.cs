namespace Pricing.Api.OpenApi;

/// <summary>How the page looks; served by the service itself, so that nothing is fetched from elsewhere.</summary>
internal static class DeskStyle
{
    public const string CssPath = "/desk/desk.css", MarkPath = "/desk/mark.svg";

    /// <summary>Links of the page's head; the mark stands in for the favicon of the package.</summary>
    public const string Head = $"""<link rel="icon" type="image/svg+xml" href="{MarkPath}" />""";

    /// <summary>Two bars, what one side pays and what the other gains.</summary>
    public const string Mark = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#15181C"/><rect x="7" y="15" width="7" height="11" fill="#fff"/><rect x="18" y="6" width="7" height="20" fill="#C2371B"/></svg>
        """;

    public const string Css = """
        :root { --ink: #15181C; --accent: #C2371B; --quiet: #565C64; --line: #D5D8DC; --paper: #F6F6F4; }
        html, body { background: #fff !important; }
        body, .swagger-ui, .swagger-ui .info .title, .swagger-ui .opblock-tag, .swagger-ui .opblock .opblock-summary-description,
        .swagger-ui .opblock-description-wrapper p, .swagger-ui table thead tr th, .swagger-ui table thead tr td, .swagger-ui .btn, .swagger-ui select,
        .swagger-ui label, .swagger-ui .tab li, .swagger-ui .parameter__name, .swagger-ui .parameter__type, .swagger-ui .response-col_status,
        .swagger-ui .response-col_links, .swagger-ui .opblock .opblock-section-header h4, .swagger-ui .responses-inner h4, .swagger-ui .responses-inner h5,
        .swagger-ui .opblock .opblock-summary-method, .swagger-ui .info li, .swagger-ui .info p, .swagger-ui .info a, .swagger-ui .markdown p, .swagger-ui .markdown li,
        .swagger-ui .renderedMarkdown p, .swagger-ui .errors-wrapper hgroup h4 {
          font-family: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: var(--ink); }
        .swagger-ui * { border-radius: 0 !important; text-shadow: none !important; }
        .swagger-ui *:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        .swagger-ui .topbar, .swagger-ui .scheme-container, .swagger-ui .info .main .link, .swagger-ui .info > .info__contact, .swagger-ui .info > .info__license,
        .swagger-ui .info hgroup + a, .swagger-ui .info .url, .swagger-ui .info__extdocs, .swagger-ui .parameter__in { display: none; }
        .swagger-ui .wrapper { max-width: 1240px; padding: 0 32px; }

        .swagger-ui .information-container { background: var(--ink); padding: 40px 0 44px; max-width: none; margin: 0 0 28px; }
        .swagger-ui .information-container .info, .desk-roles { box-sizing: border-box; margin: 0 auto; max-width: 1240px; padding: 0 32px; }
        .swagger-ui .info .title { font-size: 44px; line-height: 1; font-weight: 650; letter-spacing: -0.02em; color: #fff; margin: 0 0 16px; }
        .swagger-ui .info .title small { display: none; }
        .swagger-ui .info p, .swagger-ui .info li { font-size: 15px; line-height: 1.5; color: #D9DCE0; }
        .swagger-ui .info .renderedMarkdown > p:first-child { font-size: 20px; color: #fff; max-width: 46em; margin: 0 0 28px; }
        .swagger-ui .info a, .swagger-ui .info a:hover { color: #fff; text-decoration: underline; text-decoration-color: #F0674B; text-decoration-thickness: 2px; text-underline-offset: 3px; }
        .swagger-ui .info ol { list-style: none; counter-reset: step; display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 20px; padding: 0; margin: 0 0 24px; }
        .swagger-ui .info ol li { counter-increment: step; border-top: 4px solid var(--accent); padding-top: 10px; margin: 0; }
        .swagger-ui .info ol li::before { content: counter(step); display: block; font-size: 26px; line-height: 1.2; font-weight: 650; color: #fff; }
        .swagger-ui .info ol li a { font-weight: 600; }

        .swagger-ui .filter .operation-filter-input { border: 1px solid var(--quiet); padding: 10px 12px; margin: 0 0 8px; font: inherit; font-size: 15px; color: var(--ink); }
        .swagger-ui .opblock-tag { border-bottom: 2px solid var(--ink); font-size: 22px; font-weight: 650; padding: 18px 0 8px; margin: 0 0 12px; }
        .swagger-ui .opblock-tag:hover { background: none; }
        .swagger-ui .opblock-tag small, .swagger-ui .opblock-tag small p { font-size: 15px; color: var(--quiet); font-weight: 400; }
        .swagger-ui .opblock { border: 1px solid var(--line) !important; border-left: 4px solid var(--quiet) !important; background: #fff !important; box-shadow: none !important; margin: 0 0 8px; }
        .swagger-ui .opblock.is-open { border-color: var(--quiet) !important; }
        .swagger-ui .opblock.opblock-post, .swagger-ui .opblock.opblock-patch { border-left-color: var(--accent) !important; }
        .swagger-ui .opblock .opblock-summary { border: 0 !important; padding: 8px 12px; }
        .swagger-ui .opblock .opblock-summary:hover { background: var(--paper); }
        .swagger-ui .opblock .opblock-summary-method { background: none !important; color: var(--quiet) !important; font-size: 12px; font-weight: 650; letter-spacing: 0.04em; min-width: 62px; padding: 4px 0; text-align: left; }
        .swagger-ui .opblock.opblock-post .opblock-summary-method, .swagger-ui .opblock.opblock-patch .opblock-summary-method { color: var(--accent) !important; }
        .swagger-ui .opblock .opblock-summary-path-description-wrapper { flex-direction: row-reverse; justify-content: space-between; gap: 16px; }
        .swagger-ui .opblock .opblock-summary-description { font-size: 16px; font-weight: 550; text-align: left; flex: 1 1 auto; }
        .swagger-ui .opblock .opblock-summary-path, .swagger-ui .opblock .opblock-summary-path span { font-size: 12px; font-weight: 400; color: var(--quiet) !important; max-width: 46%; flex: 0 1 auto; text-align: right; }
        .swagger-ui .opblock .opblock-section-header { background: var(--paper) !important; box-shadow: none; min-height: 0; padding: 8px 16px; border-top: 1px solid var(--line); }
        .swagger-ui .opblock .tab-header .tab-item.active h4 span::after { background: var(--accent) !important; height: 3px; }
        .swagger-ui .opblock-description-wrapper p, .swagger-ui .opblock-description-wrapper { font-size: 15px; line-height: 1.5; max-width: 52em; }
        .swagger-ui .opblock-external-docs-wrapper, .swagger-ui .opblock-description-wrapper { padding: 12px 16px; }
        .swagger-ui .markdown p, .swagger-ui .renderedMarkdown p { font-size: 14px; line-height: 1.5; }
        .swagger-ui table tbody tr td { padding: 8px 0; }
        .swagger-ui .parameters-col_description input, .swagger-ui .parameters-col_description select, .swagger-ui textarea { border: 1px solid var(--quiet); color: var(--ink); box-shadow: none; }
        .swagger-ui .parameters-col_name { min-width: 150px; padding-right: 16px !important; }
        .swagger-ui .parameter__name { font-size: 15px; }
        .swagger-ui .parameter__name.required span, .swagger-ui .parameter__name.required::after { color: var(--accent); }

        .swagger-ui .btn { border: 1px solid var(--ink); box-shadow: none; color: var(--ink); font-weight: 600; background: #fff; }
        .swagger-ui .btn:hover { background: var(--paper); }
        .swagger-ui .btn.execute, .swagger-ui .btn.execute:hover { background: var(--accent); border-color: var(--accent); color: #fff; font-size: 16px; padding: 10px 28px; }
        .swagger-ui .btn.cancel, .swagger-ui .try-out { display: none; }
        .swagger-ui .execute-wrapper { padding: 12px 16px; text-align: left; }
        .swagger-ui .execute-wrapper .btn { width: auto; }
        .swagger-ui .btn-group { padding: 12px 16px; justify-content: flex-start; }
        .swagger-ui .btn-group .btn { flex: 0 0 auto; }
        .swagger-ui .btn-group .execute { padding: 10px 28px; }

        .swagger-ui .responses-inner { padding: 16px; }
        .swagger-ui .responses-inner > div > div { display: flex; flex-direction: column; }
        .swagger-ui .request-snippets, .swagger-ui .request-url, .swagger-ui .curl-command, .swagger-ui .responses-inner > div > div > div { order: 2; }
        .swagger-ui .live-responses-table { scroll-margin-top: 16px; background: var(--paper); border: 1px solid var(--line); margin: 0 0 12px; }
        .swagger-ui .live-responses-table td { padding: 12px !important; }
        .swagger-ui .responses-inner > div:has(.live-responses-table) ~ .responses-table, .swagger-ui .responses-inner > div:has(.live-responses-table) > h4 { display: none; }
        .swagger-ui .response-col_status { font-size: 15px; font-weight: 650; }
        .swagger-ui .response-col_description img { max-width: 100%; height: auto; display: block; border: 1px solid var(--line); background: #fff; }
        .swagger-ui .response-col_description a[download] { display: inline-block; background: var(--accent); color: #fff; padding: 10px 28px; font-weight: 600; text-decoration: none; margin: 4px 0 8px; }
        .swagger-ui .highlight-code > .microlight, .swagger-ui .opblock-body pre.microlight, .swagger-ui .opblock-body pre { background: var(--ink) !important; font-size: 13px; line-height: 1.45; }
        .swagger-ui .operation-link pre { color: #E8EAED; }
        .swagger-ui .loading-container .loading::before { border-color: var(--line); border-top-color: var(--accent); }
        .swagger-ui .opblock-summary-control:focus { outline-color: var(--accent); }
        .swagger-ui .opblock-body .tab li { font-size: 13px; }
        .swagger-ui .response-control-media-type--accept-controller select { border-color: var(--quiet); }
        .swagger-ui .response-control-media-type__accept-message { color: var(--quiet); }
        .desk-roles { font-size: 14px; line-height: 28px; color: #D9DCE0; }
        .desk-roles button { font: inherit; border: 1px solid #8A9099; border-radius: 4px; background: #FFFFFF; color: #15181C; padding: 0 10px; margin: 0 4px 4px 0; cursor: pointer; }
        .desk-roles button[aria-pressed="true"] { background: var(--accent); color: #FFFFFF; border-color: var(--accent); }
        .desk-up { display: none; position: fixed; right: 0; bottom: 40px; padding: 10px 14px; border: 0; background: var(--ink); color: #fff; font: 600 14px system-ui, sans-serif; cursor: pointer; }
        .desk-up.is-shown { display: block; }
        .desk-up:focus-visible { outline: 3px solid var(--accent); }
        @media (max-width: 760px) { .swagger-ui .opblock .opblock-summary-path { display: none; } .swagger-ui .wrapper { padding: 0 16px; } .swagger-ui .information-container .info, .desk-roles { padding: 0 16px; } }
        """;
}
