using FluentValidation;
using Pricing.Model.Proposals;

namespace Pricing.Application.Features.Proposals;

internal abstract class ProposalTermsValidator<T> : AbstractValidator<T>
    where T : ProposalTerms
{
    private const int MostTexts = 50;

    protected ProposalTermsValidator()
    {
        RuleFor(proposal => proposal.Title).IsOptionalText(300);
        RuleFor(proposal => proposal.Language).Matches(@"^(de|en)\z").WithMessage("language is de or en.");
        RuleFor(proposal => proposal.Situation).IsOptionalText(10_000);
        RuleFor(proposal => proposal.PaymentDays).InclusiveBetween(0, 365).WithMessage("paymentDays is a whole number from 0 to 365.");
        RuleFor(proposal => proposal.Recipient!).SetValidator(new RecipientValidator()).When(proposal => proposal.Recipient is not null);
        RuleFor(proposal => proposal.Vat!).SetValidator(new VatChoiceValidator()).When(proposal => proposal.Vat is not null);
        RuleFor(proposal => proposal.Revisions!).SetValidator(new RevisionRoundsValidator()).When(proposal => proposal.Revisions is not null);
        RuleFor(proposal => proposal.KpiAnnex!).SetValidator(new KpiAnnexValidator()).When(proposal => proposal.KpiAnnex is not null);
        RuleFor(proposal => proposal.Ai!).SetValidator(new AiTermsValidator()).When(proposal => proposal.Ai is not null);

        RuleFor(proposal => proposal.Options).Holds(1, Offer.MostOptions).WithMessage("options holds one to three options.");
        RuleFor(proposal => proposal.Options).Must(options => options!.Count(option => option?.IsRecommended == true) == 1).When(proposal => proposal.Options is { Count: > 0 })
            .WithMessage("Exactly one option is recommended.");
        RuleForEach(proposal => proposal.Options).NotNull().WithMessage("An option is an object.").SetValidator(new OptionTermsValidator());

        RuleFor(proposal => proposal.Milestones).Holds(1, MostTexts).WithMessage($"milestones holds 1 to {MostTexts} instalments.");
        RuleForEach(proposal => proposal.Milestones).NotNull().WithMessage("An instalment is an object.").SetValidator(new MilestoneTermsValidator());
        RuleFor(proposal => proposal.Milestones).Must(milestones => AddToOne(milestones!, one => one.ServiceShare) && AddToOne(milestones!, one => one.ThirdPartyShare) && AddToOne(milestones!, one => one.SuccessShare))
            .When(proposal => proposal.Milestones is { Count: > 0 } milestones && milestones.All(one => one is not null))
            .WithMessage("serviceShare, thirdPartyShare and successShare each add to 1 over all milestones.");

        RuleFor(proposal => proposal.Rights).Holds(0, 100).WithMessage("rights holds at most 100 entries.");
        RuleForEach(proposal => proposal.Rights).NotNull().WithMessage("A right is an object.").SetValidator(new RightTermsValidator());
        RuleFor(proposal => proposal.Assumptions).Holds(0, MostTexts).WithMessage($"assumptions holds at most {MostTexts} texts.");
        RuleForEach(proposal => proposal.Assumptions).IsText(2_000);
        RuleFor(proposal => proposal.Exclusions).Holds(0, MostTexts).WithMessage($"exclusions holds at most {MostTexts} texts.");
        RuleForEach(proposal => proposal.Exclusions).IsText(2_000);
        RuleFor(proposal => proposal.ClientDuties).Holds(0, MostTexts).WithMessage($"clientDuties holds at most {MostTexts} texts.");
        RuleForEach(proposal => proposal.ClientDuties).IsText(2_000);
        RuleFor(proposal => proposal.Clauses).Holds(0, MostTexts).WithMessage($"clauses holds at most {MostTexts} codes.");
        RuleForEach(proposal => proposal.Clauses).IsText(50);
    }

    internal static bool AddToOne<TPart>(IReadOnlyList<TPart> parts, Func<TPart, decimal> share)
    {
        // Shares such as a third have no end; what they miss is less than any cent of any fee.
        var sum = parts.Sum(part => decimal.Clamp(share(part), -1, 1));
        return Math.Abs(sum - 1) <= 1e-9m;
    }
}

internal sealed class RecipientValidator : AbstractValidator<RecipientTerms>
{
    public RecipientValidator()
    {
        RuleFor(recipient => recipient.Company).IsOptionalText(300);
        RuleFor(recipient => recipient.Name).IsOptionalText(300);
        RuleFor(recipient => recipient.Function).IsOptionalText(300);
        RuleFor(recipient => recipient.Address).IsOptionalText(300);
        RuleFor(recipient => recipient.Email).IsOptionalText(300);
        RuleFor(recipient => recipient.Email).EmailAddress().When(recipient => recipient.Email is not null).WithMessage("email is an e-mail address.");
        RuleFor(recipient => recipient.VatId).Matches(@"^[A-Z]{2}[0-9A-Z+*]{2,18}\z").When(recipient => recipient.VatId is not null)
            .WithMessage("vatId is the country's two letters and the number without spaces, such as ATU12345678.");
    }
}

internal sealed class VatChoiceValidator : AbstractValidator<VatChoice>
{
    public VatChoiceValidator()
    {
        RuleFor(vat => vat.Treatment).IsInEnum().WithMessage("treatment is domestic, reverseCharge or thirdCountry.");
        RuleFor(vat => vat.Rate).IsOptionalNumber(0, 1);
        RuleFor(vat => vat.Rate).Must(rate => rate is null or 0).When(vat => vat.Treatment is not (null or VatTreatment.Domestic)).WithMessage("rate belongs to a domestic service; with the others the agency charges no tax.");
    }
}

internal sealed class OptionTermsValidator : AbstractValidator<OptionTerms>
{
    private const int MostLines = 500, MostExtras = 100;

    public OptionTermsValidator()
    {
        RuleFor(option => option.Structure).GreaterThanOrEqualTo(0).WithMessage("structure is counted from 0.");
        RuleFor(option => option.Name).IsOptionalText(300);
        RuleFor(option => option.Reason).IsOptionalText(1_000);
        RuleFor(option => option.Discount).IsOptionalNumber(0, 0.99m);
        RuleFor(option => option.DiscountReason).IsOptionalText(300);
        RuleFor(option => option.DiscountReason).Null().When(option => option.Discount is null).WithMessage("discountReason belongs to a discount.");
        RuleFor(option => option.Split).Holds(1, MostLines).WithMessage($"split holds 1 to {MostLines} lines.");
        RuleForEach(option => option.Split).NotNull().WithMessage("A line is an object.").SetValidator(new ShareTermsValidator());
        RuleFor(option => option.Split).Must(lines => ProposalTermsValidator<ProposalTerms>.AddToOne(lines!, line => line.Share))
            .When(option => option.Split is { Count: > 0 } lines && lines.All(line => line is not null)).WithMessage("The shares of a split add to 1.");
        RuleFor(option => option.Extras).Holds(0, MostExtras).WithMessage($"extras holds at most {MostExtras} lines.");
        RuleForEach(option => option.Extras).NotNull().WithMessage("An extra is an object.").SetValidator(new ExtraTermsValidator());
        When(option => option.Extras?.All(extra => extra is not null) == true, () =>
        {
            RuleFor(option => option.Extras!).Must(extras => extras.Select(extra => extra.Code).Distinct(StringComparer.Ordinal).Count() == extras.Count)
                .WithMessage("A code stands once in extras.");
            RuleFor(option => option.Extras!).Must(extras => extras.Where(extra => extra.Group is not null).GroupBy(extra => extra.Group).All(group => group.Count() > 1 && group.Count(extra => extra.IsPreselected) == 1))
                .WithMessage("A group has at least two lines, and exactly one of them is preselected.");
        });
    }
}

internal sealed class ShareTermsValidator : AbstractValidator<ShareTerms>
{
    public ShareTermsValidator()
    {
        RuleFor(line => line.Phase).IsInEnum().WithMessage("phase is strategy, ideation or production.");
        RuleFor(line => line.Name).IsText(300);
        RuleFor(line => line.Share).IsNumber(0, 1);
        RuleFor(line => line.Quantity).IsOptionalNumber(0, 1_000_000);
        RuleFor(line => line.Unit).IsOptionalText(30);
        RuleFor(line => line.VatRate).IsOptionalNumber(0, 1);
    }
}

internal sealed class ExtraTermsValidator : AbstractValidator<ExtraTerms>
{
    public ExtraTermsValidator()
    {
        RuleFor(extra => extra.Code).Matches(@"^[0-9A-Za-z-]{1,50}\z").WithMessage("code is 1 to 50 letters, digits and hyphens.");
        RuleFor(extra => extra.Name).IsText(300);
        RuleFor(extra => extra.Description).IsOptionalText(2_000);
        RuleFor(extra => extra.Quantity).IsNumber(Numbers.Tiny, 1_000_000);
        RuleFor(extra => extra.Unit).IsText(30);
        RuleFor(extra => extra.UnitPrice).IsNumber(0, 1_000_000_000);
        RuleFor(extra => extra.UnitCost).IsOptionalNumber(0, 1_000_000_000);
        RuleFor(extra => extra.VatRate).IsOptionalNumber(0, 1);
        RuleFor(extra => extra.Group).IsOptionalText(100);
    }
}

internal sealed class MilestoneTermsValidator : AbstractValidator<MilestoneTerms>
{
    public MilestoneTermsValidator()
    {
        RuleFor(milestone => milestone.Name).IsText(300);
        RuleFor(milestone => milestone.Due).IsOptionalText(300);
        RuleFor(milestone => milestone.ServiceShare).IsNumber(0, 1);
        RuleFor(milestone => milestone.ThirdPartyShare).IsNumber(0, 1);
        RuleFor(milestone => milestone.SuccessShare).IsNumber(0, 1);
    }
}

internal sealed class RevisionRoundsValidator : AbstractValidator<RevisionRounds>
{
    public RevisionRoundsValidator()
    {
        RuleFor(rounds => rounds.IncludedRounds).InclusiveBetween(0, 100).WithMessage("includedRounds is a whole number from 0 to 100.");
        RuleFor(rounds => rounds.FurtherRoundPrice).IsOptionalNumber(0, 1_000_000_000);
    }
}

internal sealed class RightTermsValidator : AbstractValidator<RightTerms>
{
    public RightTermsValidator()
    {
        RuleFor(right => right.Deliverable).IsText(300);
        RuleFor(right => right.Type).IsText(100);
        RuleFor(right => right.Territory).IsText(100);
        RuleFor(right => right.Term).IsText(100);
        RuleFor(right => right.Scope).IsText(100);
        RuleFor(right => right.Protection).IsInEnum().WithMessage("protection is protected, partlyProtected or notProtected.");
        RuleFor(right => right.RenewalPrice).IsOptionalNumber(0, 1_000_000_000);
        RuleFor(right => right.RenewalPrice).Null().When(right => right.Protection == ProtectionClass.NotProtected)
            .WithMessage("A result that is not protected has no licence, so no renewalPrice.");
    }
}

internal sealed class KpiAnnexValidator : AbstractValidator<KpiAnnexTerms>
{
    public KpiAnnexValidator()
    {
        RuleFor(annex => annex.Window).IsText(1_000);
        RuleFor(annex => annex.AuditRight).IsText(1_000);
        RuleFor(annex => annex.DisputePath).IsText(1_000);
    }
}

internal sealed class AiTermsValidator : AbstractValidator<AiTerms>
{
    public AiTermsValidator()
    {
        RuleFor(ai => ai.Role).IsInEnum().WithMessage("role is deployer or provider.");
        RuleFor(ai => ai.Deliverables).Holds(0, 200).WithMessage("deliverables holds at most 200 entries.");
        RuleForEach(ai => ai.Deliverables).NotNull().WithMessage("A result is an object.").ChildRules(deliverable =>
        {
            deliverable.RuleFor(one => one.Name).IsText(300);
            deliverable.RuleFor(one => one.Use).IsInEnum().WithMessage("use is none, assistive, partlyGenerated, generated or manipulatedLikeness.");
            deliverable.RuleFor(one => one.VisibleLabel).IsOptionalText(100);
            deliverable.RuleFor(one => one.Reviewer).IsOptionalText(300);
            deliverable.RuleFor(one => one.Protection).IsInEnum().WithMessage("protection is protected, partlyProtected or notProtected.");
        });
    }
}
