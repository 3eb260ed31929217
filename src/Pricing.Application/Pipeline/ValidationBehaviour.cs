using FluentValidation;
using MediatR;
using Pricing.Application.Errors;

namespace Pricing.Application.Pipeline;

/// <summary>Runs a request's validators before its handler and refuses with every fault at once.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var faults = new List<Fault>();
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            faults.AddRange(result.Errors.Select(error => new Fault(JsonPath.PointerOfProperty(error.PropertyName), error.ErrorMessage)));
        }

        if (faults.Count > 0)
            throw new InvalidRequestException(faults);
        return await next();
    }
}
