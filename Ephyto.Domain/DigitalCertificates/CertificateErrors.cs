using Ephyto.Domain.Common;

namespace Ephyto.Domain.DigitalCertificates;

public static class CertificateErrors
{
    public static readonly DomainError DescriptionNeeded = new("certificate.description-needed",
        "Say in a few words which system uses this certificate.");

    public static readonly DomainError NotPossibleNow = new("certificate.not-possible-now",
        "This is not possible in the state the certificate is in now.");

    public static readonly DomainError Blocked = new("certificate.blocked",
        "The check found something that keeps this certificate from being used.");

    public static readonly DomainError NotReplaceable =
        new("certificate.not-replaceable",
            "A certificate is replaced by another one in use, of the same connection and for the same usage.");

    public static readonly DomainError ConnectionNeeded = new("certificate.connection-needed",
        "Choose the connection whose system uses this certificate.");

    public static readonly DomainError WordsNeeded = new("certificate.words-needed", "Say why the certificate is revoked.");

    public static readonly DomainError Empty = new("certificate.empty", "The file is empty.");

    public static readonly DomainError TooLarge = new("certificate.too-large",
        "The file is larger than 64 KB. A certificate with its chain is smaller.");

    public static readonly DomainError Present = new("certificate.present",
        "This certificate is present already: look for its thumbprint in the list below.");

    public static readonly DomainError OfOtherEnvironment =
        new("certificate.of-other-environment",
            "Your organization used this certificate, or one with the same key, in the other environment. Make a new key pair for this "
                + "one, and upload its certificate.");

    public static readonly DomainError TooMany = new("certificate.too-many",
        "The file holds more than 10 certificates. Upload one certificate with its own chain.");

    public static readonly DomainError TooManyWaiting =
        new("certificate.too-many-waiting", "Too many uploaded certificates wait to be put to use. Activate or revoke some of them first.");

    public static readonly DomainError NotOneChain =
        new("certificate.not-one-chain",
            "The file holds certificates that do not belong together. Upload one certificate with its own chain.");

    public static readonly DomainError NotACertificate =
        new("certificate.not-a-certificate", "This is not a certificate. Choose a .cer, .crt, .pem or .p7b file in DER or PEM form.");

    public static readonly DomainError Store =
        new("certificate.store",
            "This is a key store (PKCS #12). No private key can be seen in it, and the console does not open it. Export the "
                + "certificate alone, as .cer, .crt, .pem or .p7b.");

    public static readonly DomainError ReasonNeeded = new("certificate.reason-needed", "Choose why the certificate is revoked.");

    public static readonly DomainError Request =
        new("certificate.request",
            "This is a request for a certificate (CSR), not a certificate. Send it to your certificate authority, and upload the "
                + "certificate that you get back.");

    public static readonly DomainError LockedPrivateKey =
        new("certificate.locked-private-key",
            "This file holds a private key, locked with a password. The console has not opened it, and keeps nothing of it. Export the "
                + "certificate alone, and upload it. Where others may know the password, make a new key and a new certificate first.");

    public static readonly DomainError BurntKey =
        new("certificate.burnt-key",
            "The private key of this certificate came to the console in another file. The key has left its system and is burnt: it must "
                + "not be used. Make a new key and a new certificate, and upload the certificate alone.");

    public static readonly DomainError PrivateKey = new(
        "certificate.private-key",
        "This file holds a private key. The key has left your system and is burnt: it must not be used. Make a new key and a new "
            + "certificate, and upload the certificate alone.");
}
