using MediatR;

namespace Pricing.Application.Features.Proposals;

/// <summary>The logo on the proposal of the actor's link, the file as the agency gave it; null where it has none.</summary>
public sealed record GetSharedLogo : IRequest<byte[]?>;

internal sealed class GetSharedLogoHandler(LinkedProposals links) : IRequestHandler<GetSharedLogo, byte[]?>
{
    public async Task<byte[]?> Handle(GetSharedLogo request, CancellationToken cancellationToken) => (await links.Find(cancellationToken)).Version.Frozen!.Issuer.Logo;
}
