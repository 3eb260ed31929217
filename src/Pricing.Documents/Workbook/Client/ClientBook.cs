using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Workbook.Client;

/// <summary>The client's workbook in the making. It knows what the client's PDF knows and nothing else.</summary>
internal sealed class ClientBook
{
    private static readonly string[] SheetKeys = ["overview", "options", "scope", "prices", "extras", "payments", "rights", "ai", "value", "terms", "checks"];

    public ClientBook(ProposalContent content, WorkbookTexts texts)
    {
        (Content, Texts) = (content, texts);
        Sheets = [.. SheetKeys.Select(key => new Sheet(texts[$"client.sheet.{key}"]))];
        for (var i = 0; i < Sheets.Count; i++)
        {
            Book.Head(Sheets[i], i == 0 ? content.Proposal.Title : Sheets[i].Name, Subtitle);
            Sheets[i].PrintTitles = (2, 3);
        }
    }

    /// <summary>The offer with the words and formats of the client's PDF.</summary>
    public ProposalContent Content { get; }

    public ClientProposal Proposal => Content.Proposal;

    public WorkbookTexts Texts { get; }

    public IReadOnlyList<Sheet> Sheets { get; }

    public Sheet Overview => Sheets[0];

    public Sheet Options => Sheets[1];

    public Sheet Scope => Sheets[2];

    public Sheet Prices => Sheets[3];

    public Sheet Extras => Sheets[4];

    public Sheet Payments => Sheets[5];

    public Sheet Rights => Sheets[6];

    public Sheet Ai => Sheets[7];

    public Sheet Value => Sheets[8];

    public Sheet Terms => Sheets[9];

    public Sheet Checks => Sheets[10];

    public Dictionary<string, CellRef> Names { get; } = new(StringComparer.Ordinal);

    // Minor units in a unit of the currency, such as 100.
    private Formula MinorUnits => Math.Pow(10, Proposal.Currency.Decimals);

    public string Currency => Proposal.Currency.Code;

    /// <summary>VAT as tax offices reckon it: half away from zero on the minor unit, after six places that take the noise of doubles away.</summary>
    public Formula Vat(Formula net, Formula rate) => Fn.Round(Fn.Round(net * rate * MinorUnits, 6), 0) / MinorUnits;

    /// <summary>A sum without the noise of doubles.</summary>
    public Formula Exact(Formula amount) => Fn.Round(Fn.Round(amount * MinorUnits, 6), 0) / MinorUnits;

    private string Subtitle
    {
        get
        {
            var (texts, identity) = (Content.Texts, Content.Identity);
            return string.Join(", ", Content.DocumentName, texts.Say("document.version", identity.Version), Content.Formats.ShortDate(identity.Date), Texts.Say("client.net", Currency));
        }
    }
}
