using System.Text.Json.Nodes;
using Pricing.Documents.Tests.Workbook;
using Pricing.Model.Comparisons;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Tests;

/// <summary>The worked case of 120 short videos with everything that a signed proposal agrees on, drawn up by the model.</summary>
internal sealed class AgreedProposal
{
    private static readonly (string German, string English)[] Kpis = [("Bekanntheit", "Awareness"), ("Erwägung", "Consideration"), ("Kauf", "Conversion")];

    private readonly bool isGerman;

    private readonly string currency;

    private AgreedProposal(DocumentLanguage language, string currency = "EUR")
    {
        this.currency = currency;
        isGerman = language == DocumentLanguage.De;
        Options = Drawn();
        Terms = Agreed();
        Proposal = ProposalDraft.From(Options, Terms);
    }

    public static AgreedProposal German { get; } = new(DocumentLanguage.De);

    public static AgreedProposal English { get; } = new(DocumentLanguage.En);

    public IReadOnlyList<ProposedOption> Options { get; }

    public AgreedTerms Terms { get; }

    public ClientProposal Proposal { get; }

    public static ProposalIdentity Identity { get; } = SampleProposal.Identity with
    {
        Register = "HRB 12345, Amtsgericht Musterstadt",
        VatId = "DE123456789",
        Bank = "Musterbank, IBAN DE02 1203 0000 0000 2020 51, BIC BYLADEM1001",
        ClientVatId = "DE987654321",
        Email = "erika.muster@musteragentur.example",
    };

    public static AgreedProposal In(DocumentLanguage language) => language == DocumentLanguage.De ? German : English;

    /// <summary>The same figures in another currency.</summary>
    public static AgreedProposal Priced(DocumentLanguage language, string currency) => new(language, currency);

    /// <summary>The recommended option with its lines at two rates and a fifth off.</summary>
    public static ClientProposal Discounted { get; } =
        ProposalDraft.From([German.Options[1] with { Comparison = Samples.Comparison("case-a", json => json["feeStructures"]![7]!["discount"] = 0.2) }], German.Terms);

    /// <summary>The same offer under other terms.</summary>
    public ClientProposal With(Func<AgreedTerms, AgreedTerms> change) => ProposalDraft.From(Options, change(Terms));

    private string Say(string german, string english) => isGerman ? german : english;

    private ProposedOption[] Drawn()
    {
        var whole = Samples.Comparison("case-a", json => Localise(json, videos: 96));
        var smaller = Samples.Comparison("case-a", json => Localise(json, videos: 80));
        return
        [
            new(whole, 3) { Scope = Say("120 Videos", "120 videos"), Name = Say("Wertbasiertes Honorar", "Value-based fee"), Split = Split, Extras = Extras },
            new(whole, 7) { Scope = Say("120 Videos", "120 videos"), Name = Say("Grundhonorar und Erfolgsanteil", "Base fee and success share"), Split = Split, Extras = Extras, IsRecommended = true },
            new(smaller, 1) { Scope = Say("104 Videos", "104 videos"), Name = Say("Festpreis", "Fixed price") },
        ];
    }

    private void Localise(JsonObject json, int videos)
    {
        json["name"] = Say("Social-Content-Kampagne, 120 Kurzvideos", "Social content campaign, 120 short videos");
        (json["client"], json["currency"]) = ("Beispielmarke GmbH", currency);
        foreach (var (list, i, german, english, form, englishForm, start, end) in Names())
        {
            var entry = json[list]![i]!;
            (entry["name"], entry["description"]) = (Say(german, english), Say(form, englishForm));
            (entry["start"], entry["end"]) = (start, end);
        }

        foreach (var (i, name) in new[] { Say("Zusätzlicher Rohertrag", "Additional gross income"), Say("Drei Wochen früher am Markt", "Three weeks earlier on the market"), Say("Wiederverwendbares Markenmodell", "Reusable brand model") }.Index())
            json["value"]!["drivers"]![i]!["name"] = name;
        json["assets"]![0]!["quantity"] = videos;
        foreach (var (i, (german, english)) in Kpis.Index())
        {
            var kpi = json["scorecard"]!["kpis"]![i]!;
            (kpi["name"], kpi["unit"], kpi["baseline"], kpi["target"]) = (Say(german, english), "%", 31 - 8 * i, 36 - 8 * i);
            (kpi["definition"], kpi["dataOwner"]) = (Say("Anteil der Zielgruppe, Befragung von 1.000 Personen", "Share of the target group, survey of 1,000 people"), Say("Marktforschung", "Market research"));
        }

        var outcomes = json["scenarios"]!["outcome"]!.AsArray();
        foreach (var (i, name) in new[] { Say("ohne Wirkung", "no effect"), Say("schwach", "weak"), Say("wie erwartet", "as expected"), Say("stark", "strong") }.Index())
        {
            outcomes[i]!["name"] = name;
            // Achievements go by the names of the measures.
            var achieved = outcomes[i]!["kpiAchievement"]!.AsObject();
            outcomes[i]!["kpiAchievement"] = new JsonObject(achieved.Select(one => KeyValuePair.Create(Renamed(one.Key), one.Value?.DeepClone())));
        }
    }

    private string Renamed(string measure) => Kpis.First(kpi => kpi.English == measure) is var kpi ? Say(kpi.German, kpi.English) : measure;

    private static IEnumerable<(string List, int Index, string German, string English, string Form, string EnglishForm, string? Start, string? End)> Names() =>
    [
        ("workPackages", 0, "Kampagnenstrategie mit KPI-Rahmen", "Campaign strategy with KPI frame", "Dokument, Freigabe schriftlich", "document, approved in writing", "2026-12-14", "2027-01-08"),
        ("workPackages", 1, "Kampagnenideen", "Campaign ideas", "Routen, eine wird gewählt", "routes, one is chosen", "2027-01-04", "2027-02-05"),
        ("workPackages", 2, "Pipeline und Markenmodell", "Pipeline and brand model", "trainiert auf Ihrem Material", "trained on your material", null, null),
        ("workPackages", 3, "Produktionsleitung", "Production management", "wöchentlicher Stand", "weekly report", null, null),
        ("assets", 0, "KI-Video", "AI video", "9:16, 20 s, mit Stimme", "9:16, 20 s, with voice", "2027-02-01", "2027-04-16"),
        ("assets", 1, "Hybrid-Video", "Hybrid video", "9:16, 20 s, Realdreh und KI", "9:16, 20 s, live action and AI", "2027-02-01", "2027-04-16"),
        ("assets", 2, "Klassisches Video", "Classic video", "9:16 und 16:9, 20 s, Realdreh", "9:16 and 16:9, 20 s, live action", "2027-02-01", "2027-04-16"),
    ];

    private IReadOnlyList<PriceShare> Split =>
    [
        new(Phase.Strategy, Say("Auftaktworkshop", "Kick-off workshop"), 0.04m, 1, Say("Tag", "day"), null),
        new(Phase.Strategy, Say("Zielgruppen- und Kanalanalyse", "Analysis of target groups and channels"), 0.04m, 1, Say("Bericht", "report"), null),
        new(Phase.Strategy, Say("Kampagnenstrategie mit KPI-Rahmen", "Campaign strategy with KPI frame"), 0.05m, 1, Say("Dokument", "document"), null),
        new(Phase.Ideation, Say("Kampagnenideen", "Campaign ideas"), 0.16m, 3, Say("Route", "route"), null),
        new(Phase.Ideation, Say("Serienkonzepte", "Series concepts"), 0.06m, 4, Say("Kanal", "channel"), null),
        new(Phase.Ideation, Say("Leitmotive als Storyboard", "Leading motifs as storyboard"), 0.03m, 12, Say("Motiv", "motif"), 0.07m),
        new(Phase.Production, Say("Pipeline und Markenmodell", "Pipeline and brand model"), 0.08m, 1, Say("pauschal", "lump sum"), null),
        new(Phase.Production, Say("Produktionsleitung", "Production management"), 0.08m, 4, Say("Monat", "month"), null),
        new(Phase.Production, Say("KI-Video", "AI video"), 0.24m, 96, "Video", null),
        new(Phase.Production, Say("Hybrid-Video", "Hybrid video"), 0.14m, 18, "Video", null),
        new(Phase.Production, Say("Klassisches Video", "Classic video"), 0.08m, 6, "Video", null),
    ];

    private IReadOnlyList<Extra> Extras =>
    [
        new("LONG", Say("Langfassung, 60 Sekunden", "Long version, 60 seconds"), Say("je Kanal eine, aus **vorhandenem** Material", "one per channel, from **existing** footage"), 4, "Video", 1_200, 4_800, 0.19m, null, true),
        new("STILL", Say("Standbilder", "Stills"), null, 24, Say("Bild", "picture"), 95, 2_280, 0.07m, null, false),
        new("REP-M", Say("Bericht monatlich", "Monthly report"), null, 12, Say("Monat", "month"), 250, 3_000, 0.19m, Say("Berichtswesen", "Reporting"), true),
        new("REP-W", Say("Bericht wöchentlich", "Weekly report"), null, 52, Say("Woche", "week"), 110, 5_720, 0.19m, Say("Berichtswesen", "Reporting"), false),
    ];

    private AgreedTerms Agreed() => new()
    {
        Vat = new(VatTreatment.Domestic, 0.19m, Say("Storyboards und Standbilder: 7 % für eingeräumte Rechte.", "Storyboards and stills: 7% for rights granted.")),
        Situation = Say(
            "Ihre Produktreihe soll über zwölf Monate auf **vier Kanälen** sichtbar sein. Kurze Videos verlieren schnell an Wirkung; gebraucht werden viele Varianten, früh und mit einheitlicher Handschrift.",
            "Your product line is to be seen on **four channels** for twelve months. Short videos wear out fast; what is needed is many variants, early and in one hand."),
        Milestones =
        [
            new(Say("Beauftragung", "Order"), "2026-12-14", 0.3m, 0, 0),
            new(Say("Freigabe von Strategie und Idee", "Approval of strategy and idea"), "2027-02-05", 0.3m, 0, 0),
            new(Say("Abnahme der ersten Hälfte", "Acceptance of the first half"), "2027-03-12", 0.2m, 1, 0),
            new(Say("Abnahme aller Videos", "Acceptance of all videos"), "2027-04-16", 0.2m, 0, 0),
            new(Say("Erfolgsabrechnung nach Monat 12", "Settlement of success after month 12"), null, 0, 0, 1),
        ],
        PaymentDays = 14,
        Revisions = new(2, 1_450),
        Rights =
        [
            new(Say("Strategie und KPI-Rahmen", "Strategy and KPI frame"), Say("ausschließlich", "exclusive"), Say("weltweit", "worldwide"), Say("unbefristet", "unlimited"), Say("alle", "all"), ProtectionClass.Protected, null),
            new(Say("Kampagnenidee, Storyboards", "Campaign idea, storyboards"), Say("ausschließlich", "exclusive"), Say("Europa", "Europe"), Say("3 Jahre", "3 years"), "Social Media", ProtectionClass.Protected, 4_800),
            new(Say("KI-Videos (96)", "AI videos (96)"), Say("ausschließlich", "exclusive"), Say("Europa", "Europe"), Say("3 Jahre", "3 years"), "Social Media", ProtectionClass.NotProtected, 9_999),
            new(Say("Hybrid-Videos (18)", "Hybrid videos (18)"), Say("ausschließlich", "exclusive"), Say("Europa", "Europe"), Say("3 Jahre", "3 years"), "Social Media", ProtectionClass.PartlyProtected, 1_080),
            new(Say("Klassische Videos (6)", "Classic videos (6)"), Say("ausschließlich", "exclusive"), Say("Europa", "Europe"), Say("3 Jahre", "3 years"), "Social Media", ProtectionClass.Protected, 1_320),
        ],
        KpiAnnex = new(
            Say("Zwölf Monate ab der ersten Veröffentlichung, Auswertung im dreizehnten.", "Twelve months from the first publication, evaluated in the thirteenth."),
            Say("Beide Seiten sehen die Rohdaten. Ein Prüfer, auf den sich beide einigen, darf sie prüfen.", "Both sides see the raw data. An auditor whom both accept may check them."),
            Say("Weichen die Messungen um mehr als 5 % ab, entscheidet ein Schiedsgutachter; die Kosten trägt, wessen Messung weiter abliegt.", "Where measurements differ by more than 5%, an expert decides; the side whose measurement is further off bears the cost.")),
        Ai = Statement(),
        Assumptions =
        [
            Say("**Material.** Rechte am Markenmaterial liegen bei Ihnen und sind zum Auftakt geklärt.", "**Material.** Rights to the brand material are yours and cleared at kick-off."),
            Say("**Freigaben.** Drei Werktage je Freigabe. Verzögerungen verschieben die Meilensteine.", "**Approvals.** Three working days each. Delays move the milestones."),
            Say("**Messung.** Abverkauf monatlich aus Ihrem System, Basis: Mittel der letzten zwölf Monate.", "**Measuring.** Sales monthly from your system, baseline: mean of the last twelve months."),
            Say("**Zurechnung.** 35 % nach vereinbarter Konvention, Überprüfung nach Monat 6 möglich.", "**Attribution.** 35% by agreed convention, may be reviewed after month 6."),
        ],
        Exclusions = isGerman
            ? ["Mediaeinkauf und Schaltung", "Musiklizenzen über die Agenturbibliothek hinaus", "Adaption in weitere Sprachen", "Langformate über 30 Sekunden", "Bekannte Gesichter und Stimmen, Buy-outs", "Community-Management"]
            : ["Media buying and placement", "Music licences beyond the agency’s library", "Adaptation into further languages", "Formats longer than 30 seconds", "Known faces and voices, buyouts", "Community management"],
        ClientDuties = isGerman
            ? ["Markenmaterial mit geklärten Rechten zum Auftakt", "eine entscheidungsbefugte Person", "Freigaben binnen drei Werktagen", "monatliche Abverkaufsdaten"]
            : ["brand material with cleared rights at kick-off", "one person who may decide", "approvals within three working days", "monthly sales data"],
        Clauses =
        [
            new("PERF", 3, Say("Erfolgsanteil", "Success share"), Say(
                "Der Erfolgsanteil wird nach dem Abschnitt Erfolgsmessung abgerechnet:\n\n- Abrechnung binnen 30 Tagen nach Ende des Messzeitraums,\n- Zahlung 14 Tage nach Rechnung,\n- Mindest- und Höchsthonorar gelten in jedem Fall.",
                "The success share is settled by the section on measuring success:\n\n- settlement within 30 days of the end of the window,\n- payment 14 days after the invoice,\n- minimum and maximum fee hold in any case.")),
            new("AI-USE", 5, Say("Einsatz von KI", "Use of AI"), Say(
                "Die Agentur setzt Modelle nur zu den Zwecken ein, die das Angebot nennt. Näheres unter [den Nutzungsregeln](https://angebote.musteragentur.example/ki).",
                "The agency uses models only for the purposes that this proposal names. More under [the rules of use](https://angebote.musteragentur.example/ai).")),
            new("CHANGE", 2, Say("Änderungen", "Changes"), Say(
                "Änderungen des Umfangs werden **vor** ihrer Ausführung schriftlich beauftragt. Es gelten die Preise dieses Angebots.",
                "Changes of scope are ordered in writing **before** they are carried out, at the prices of this proposal.")),
        ],
    };

    private AiStatement Statement() => new(
        AiRole.Deployer, new(2026, 11, 25), new(2027, 4, 19),
        [
            new("Art. 50 (4)", Say("Deepfakes in Bild, Ton und Video beim ersten Kontakt kenntlich machen", "Disclose deepfakes in image, audio and video at first contact"), new(2026, 8, 2), Say("Verordnung (EU) 2024/1689", "Regulation (EU) 2024/1689")),
            new("Art. 50 (2)", Say("Maschinenlesbare Markierung durch die Anbieter der Modelle", "Machine-readable marking by the providers of the models"), new(2026, 12, 2), Say("Verordnung (EU) 2026/1744", "Regulation (EU) 2026/1744")),
        ],
        [
            new(Say("Kampagnenstrategie", "Campaign strategy"), AiUseClass.None, false, null, false, Say("Strategiedirektion", "Strategy director"), ProtectionClass.Protected),
            new(Say("Ideen und Storyboards", "Ideas and storyboards"), AiUseClass.Assistive, false, null, false, Say("Kreativdirektion", "Creative director"), ProtectionClass.Protected),
            new(Say("KI-Videos (96), Bild", "AI videos (96), image"), AiUseClass.Generated, true, Say("im Bild", "in the image"), true, Say("Kuration", "Curation"), ProtectionClass.NotProtected),
            new(Say("KI-Videos (96), Stimme", "AI videos (96), voice"), AiUseClass.Generated, true, Say("im Beitragstext", "in the post"), true, Say("Kuration", "Curation"), ProtectionClass.NotProtected),
            new(Say("Hybrid-Videos (18)", "Hybrid videos (18)"), AiUseClass.PartlyGenerated, true, Say("im Bild", "in the image"), true, Say("Kuration", "Curation"), ProtectionClass.PartlyProtected),
            new(Say("Klassische Videos (6)", "Classic videos (6)"), AiUseClass.None, false, null, true, Say("Produktion", "Production"), ProtectionClass.Protected),
        ],
        TrainsOnClientData: false,
        Say("Stellt ein Anbieter ein Modell ein, ersetzen wir es gleichwertig ohne Aufpreis oder liefern die betroffenen Videos als Hybrid-Videos.",
            "If a vendor stops a model, we replace it with an equal one at no extra price or deliver the videos concerned as hybrid videos."));
}
