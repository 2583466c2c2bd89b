<?php
// A system in PHP (SoapClient): loads the description from the sandbox and does one exchange with itself, and more.
[, $address, $pem, , $authority, $code, $content, $stranger] = $argv;
$service = fn($pem) => new SoapClient("$address?wsdl", [
    'stream_context' => stream_context_create(['ssl' => ['local_cert' => $pem, 'cafile' => $authority]]),
    'local_cert' => $pem,
    'cache_wsdl' => WSDL_CACHE_NONE,
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
]);
$hub = $service($pem);

$sent = $hub->DeliverEnvelope(['env' => ['From' => $code, 'To' => $code, 'CertificateType' => 851, 'CertificateStatus' => 70,
    'NPPOCertificateNumber' => 'PHP-1', 'Content' => $content]])->DeliverEnvelopeResult;
$number = $sent->hubDeliveryNumber;
$waiting = $hub->GetImportEnvelopeHeaders([])->GetImportEnvelopeHeadersResult->EnvelopeHeader;
$pulled = $hub->PULLSingleImportEnvelope(['hubTrackingNumber' => $number])->PULLSingleImportEnvelopeResult;
$said = $hub->AdvancedAcknowledgeEnvelopeReceipt(['hubTrackingNumber' => $number, 'warningMessage' => 'seen'])->return;
$tracked = $hub->GetEnvelopeTrackingInfo(['hubTrackingNumber' => $number])->GetEnvelopeTrackingInfoResult;
$unread = $hub->DeliverEnvelope(['env' => ['From' => $code, 'To' => $code, 'CertificateType' => 851, 'CertificateStatus' => 70,
    'NPPOCertificateNumber' => 'PHP-2', 'Content' => $content]])->DeliverEnvelopeResult->hubDeliveryNumber;
$failed = $hub->AcknowledgeFailedEnvelopeReceipt(['hubTrackingNumber' => $unread, 'message' => 'cannot be read'])->return;
$told = $hub->GetEnvelopeTrackingInfo(['hubTrackingNumber' => $unread])->GetEnvelopeTrackingInfoResult;
$taken = $hub->DeliverEnvelope(['env' => ['From' => $code, 'To' => $code, 'CertificateType' => 851, 'CertificateStatus' => 70,
    'NPPOCertificateNumber' => 'PHP-4', 'Content' => $content]])->DeliverEnvelopeResult->hubDeliveryNumber;
$hub->AcknowledgeEnvelopeReceipt(['hubTrackingNumber' => $taken]);
$partner = $hub->DeliverEnvelope(['env' => ['From' => $code, 'To' => 'XA', 'CertificateType' => 851, 'CertificateStatus' => 70,
    'NPPOCertificateNumber' => 'PHP-3', 'Content' => $content]])->DeliverEnvelopeResult->hubDeliveryNumber;
try {
    $service($stranger)->GetProfile();
    $unknown = null;
} catch (SoapFault $refused) {
    $unknown = $refused->getMessage();
}
try {
    $hub->AcknowledgeEnvelopeReceipt(['hubTrackingNumber' => 'none']);
    $fault = null;
} catch (SoapFault $refused) {
    $fault = $refused->getMessage();
}
echo json_encode([
    'number' => $number, 'sent' => $sent->HUBTrackingInfo, 'waiting' => array_map(fn($header) => $header->hubDeliveryNumber, $waiting),
    'partner' => $hub->GetEnvelopeTrackingInfo(['hubTrackingNumber' => $partner])->GetEnvelopeTrackingInfoResult->HUBTrackingInfo,
    'taken' => $hub->GetEnvelopeTrackingInfo(['hubTrackingNumber' => $taken])->GetEnvelopeTrackingInfoResult->HUBTrackingInfo,
    'unknown' => $unknown, 'failed' => $failed, 'told' => $told->hubDeliveryErrorMessage,
    'content' => $pulled->Content, 'said' => $said, 'tracked' => $tracked->HUBTrackingInfo, 'fault' => $fault,
    'profile' => $hub->GetProfile()->GetProfileResult->Country,
    'countries' => array_map(fn($nppo) => $nppo->Country, $hub->GetActiveNppos()->GetActiveNpposResult->Nppo),
    'findings' => array_map(fn($finding) => $finding->level, $hub->ValidatePhytoXML(['ePhytoXML' => '<a>'])->ValidationResult),
    'rows' => [count($hub->GetStatements()->Statement), count($hub->GetUnitMeasures()->UnitMeasure)],
], JSON_UNESCAPED_UNICODE);
