using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Documents.Charts;

namespace Pricing.Application.Features.Analyses;

/// <summary>A question that can be put to an engagement.</summary>
internal abstract class AnalysisKind(string name)
{
    /// <summary>Name in the route.</summary>
    public string Name { get; } = name;

    /// <summary>Whether some of its questions take so long that the answer is fetched later.</summary>
    public virtual bool MayRunLong => false;

    /// <summary>Reads parameters, reporting what is wrong with them, and says how to answer them.</summary>
    public abstract PreparedAnalysis Prepare(ObjectReader parameters, AnalysisSubject subject);
}


/// <summary>A kind of analysis: its parameters, its calculation, its answer and its picture.</summary>
/// <typeparam name="TParameters">The model's parameters.</typeparam>
/// <typeparam name="TResult">The model's result.</typeparam>
internal abstract class AnalysisKind<TParameters, TResult>(string name) : AnalysisKind(name)
{
    /// <summary>Reads the parameters; where anything is at fault, the value is not used.</summary>
    protected abstract TParameters Read(ObjectReader parameters, AnalysisSubject subject);

    /// <summary>Works out the answer.</summary>
    /// <exception cref="InvalidRequestException">A fault that only the figures show.</exception>
    protected abstract TResult Answer(AnalysisSubject subject, TParameters parameters, RunControl run);

    /// <summary>Whether the answer is to be fetched later.</summary>
    protected virtual bool IsLong(TParameters parameters) => false;

    /// <summary>Writes the answer's members behind <c>kind</c> and <c>currency</c>.</summary>
    protected abstract void Write(AnswerPen pen, AnalysisSubject subject, TResult result);

    /// <summary>The answer's picture.</summary>
    protected abstract Chart ChartOf(AnalysisSubject subject, TResult result);

    public sealed override PreparedAnalysis Prepare(ObjectReader parameters, AnalysisSubject subject)
    {
        var read = Read(parameters, subject);
        return new((form, run) => Shown(subject, Answer(subject, read, run), form), IsLong(read));
    }

    private byte[] Shown(AnalysisSubject subject, TResult result, AnswerForm form)
    {
        // The figures are written in any case: what is beyond their bounds is refused in every form.
        var json = Written(subject, result);
        return form.Format == AnswerFormat.Json ? json : ChartOf(subject, result).Drawn(form);
    }

    private byte[] Written(AnalysisSubject subject, TResult result)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var pen = new AnswerPen(json, subject.Comparison);
        json.WriteStartObject();
        pen.Text("kind", Name);
        pen.Text("currency", subject.Currency.Code);
        Write(pen, subject, result);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
