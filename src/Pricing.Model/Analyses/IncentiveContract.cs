using Pricing.Model.Quantities;

namespace Pricing.Model.Analyses;

/// <summary>What the linear incentive model knows of an engagement.</summary>
/// <param name="Effectiveness">θ: what full effort adds to the outcome, in money, at least 0.001.</param>
/// <param name="EffortCost">c: marginal cost of full effort, in money, above 0.</param>
/// <param name="AgencyRiskAversion">r_A: one over money, at least 0.</param>
/// <param name="ClientRiskAversion">r_P: one over money, at least 0.</param>
/// <param name="Reservation">U_0: the agency's certainty equivalent elsewhere, in money.</param>
/// <remarks>
/// Outcome x = θ e + ε, effort cost c e² / 2, pay α + β x. The model of Holmström and Milgrom; see
/// docs/formulas/analyses-negotiation.md, "Incentive design".
/// </remarks>
public sealed record IncentiveModel(decimal Effectiveness, decimal EffortCost, decimal AgencyRiskAversion, decimal ClientRiskAversion, decimal Reservation)
{
    /// <summary>β: the share of the outcome that leaves both sides best off together.</summary>
    /// <param name="variance">s²: variance of the outcome, in money squared.</param>
    /// <param name="unmeasuredValue">v: value of what effort leaves undone and nobody measures, in money.</param>
    /// <param name="substitution">k: how far measured effort displaces it, a fraction.</param>
    public decimal ShareAt(decimal variance, decimal unmeasuredValue = 0, decimal substitution = 0)
    {
        // Above and below the line divided by θ², so that the numbers stay small.
        var noise = Figure.Product(variance, EffortCost, 1 / Effectiveness, 1 / Effectiveness, 1 - substitution * substitution).Value;
        var above = 1 - substitution * unmeasuredValue / Effectiveness + ClientRiskAversion * noise;
        return Math.Max(0, above / (1 + (AgencyRiskAversion + ClientRiskAversion) * noise));
    }

    /// <summary>The best contract at a variance of the outcome.</summary>
    public IncentiveContract BestAt(decimal variance) => ContractAt(ShareAt(variance), variance);

    /// <summary>The contract at a share.</summary>
    public IncentiveContract ContractAt(decimal share, decimal variance)
    {
        var effort = share * Effectiveness / EffortCost;
        var premium = Figure.Product(AgencyRiskAversion, share, share, variance, 0.5m).Value;
        var clientRisk = Figure.Product(ClientRiskAversion, 1 - share, 1 - share, variance, 0.5m).Value;
        var gain = share * Effectiveness * effort - EffortCost * effort * effort / 2;
        var total = Effectiveness * effort - EffortCost * effort * effort / 2 - premium - clientRisk;
        return new(share, effort, Reservation - (gain - premium), premium, Reservation, total - Reservation, total);
    }

    /// <summary>Effort and gain where neither side fears risk: the whole outcome to whoever makes it.</summary>
    public (decimal Effort, decimal Total) FirstBest => (Effectiveness / EffortCost, Effectiveness / EffortCost * Effectiveness / 2);
}

/// <summary>Pay α + β x for an outcome x.</summary>
/// <param name="Share">β.</param>
/// <param name="Effort">The effort it brings forth; 1 is full effort.</param>
/// <param name="FixedPart">α, in money.</param>
/// <param name="RiskPremium">What the agency's risk costs, in money.</param>
/// <param name="AgencyCertaintyEquivalent">What is left to the agency, in money.</param>
/// <param name="ClientCertaintyEquivalent">What is left to the client, in money.</param>
/// <param name="TotalCertaintyEquivalent">Both together, in money.</param>
public sealed record IncentiveContract(
    decimal Share, decimal Effort, decimal FixedPart, decimal RiskPremium,
    decimal AgencyCertaintyEquivalent, decimal ClientCertaintyEquivalent, decimal TotalCertaintyEquivalent);
