using Pricing.Application.Errors;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Analyses;

/// <summary>A question without faults, ready to be answered.</summary>
/// <param name="answer">Works the answer out.</param>
/// <param name="isLong">Whether the answer is to be fetched later.</param>
internal sealed class PreparedAnalysis(Func<AnswerForm, RunControl, byte[]> answer, bool isLong)
{
    /// <summary>Whether the answer is to be fetched later.</summary>
    public bool IsLong => isLong;

    /// <summary>Answers.</summary>
    /// <exception cref="InvalidRequestException">A fault that only the figures show.</exception>
    public byte[] Answer(AnswerForm form, RunControl run)
    {
        try
        {
            return answer(form, run);
        }
        catch (Exception e) when (e is OverflowException or BeyondBoundsException)
        {
            throw new InvalidRequestException([new("/parameters", "A figure of the answer exceeds 10,000,000,000,000; make the parameters it comes from smaller.")]);
        }
    }
}
