namespace Ephyto.AdminConsole.Features.Sandbox.FirstCall;

internal sealed partial class FirstCallCode
{
    /// <summary>With soap 1.x of npm, as a module.</summary>
    public string Node => $$"""
        import { readFileSync } from 'node:fs';
        import { Agent } from 'node:https';
        import soap from 'soap';

        const files = {
          cert: readFileSync('{{KeyFile}}.pem'),
          key: readFileSync('{{KeyFile}}.key'),
          passphrase: process.env.KEY_PASSPHRASE,
          ca: readFileSync('{{ServerFile}}'),
        };
        const address = '{{address}}';
        const client = await soap.createClientAsync(`${address}?wsdl`, { wsdl_options: { httpsAgent: new Agent(files) } });
        client.setSecurity(new soap.ClientSSLSecurity(files.key, files.cert, files.ca, { passphrase: files.passphrase }));
        const [answer] = await client.{{Operation}}Async({{(Sends ? NodeSends : "{}")}});
        console.dir(answer, { depth: null });
        """;

    private string NodeSends => $$"""
        {
          env: {
            From: '{{code}}',
            To: '{{code}}',
            CertificateType: 851,
            CertificateStatus: 70,
            NPPOCertificateNumber: '{{Number}}',
            Content: '{{Content}}',
          },
        }
        """;

    /// <summary>With the extension soap of PHP 8.</summary>
    public string Php => $$"""
        <?php
        $address = '{{address}}';
        $client = new SoapClient("$address?wsdl", [
            'cache_wsdl' => WSDL_CACHE_NONE,
            'stream_context' => stream_context_create(['ssl' => [
                'local_cert' => '{{KeyFile}}.pem',
                'local_pk' => '{{KeyFile}}.key',
                'passphrase' => getenv('KEY_PASSPHRASE') ?: null,
                'cafile' => '{{ServerFile}}',
            ]]),
        ]);
        print_r($client->{{Operation}}({{(Sends ? PhpSends : "")}}));
        """;

    private string PhpSends => $$"""
        ['env' => [
            'From' => '{{code}}',
            'To' => '{{code}}',
            'CertificateType' => 851,
            'CertificateStatus' => 70,
            'NPPOCertificateNumber' => '{{Number}}',
            'Content' => '{{Content}}',
        ]]
        """;
}
