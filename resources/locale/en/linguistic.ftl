# Linguistic formats.
format-cas-xmi = UIMA CAS XMI
format-cas-xmi-what = One file an article with its type system, for INCEpTION and DKPro
format-cas-json = UIMA CAS JSON
format-cas-json-what = One file an article with its types inside, for INCEpTION and dkpro-cassis
format-brat = brat stand-off
format-brat-what = A text and its annotations for each article, with the configuration, for brat
format-webanno-tsv = WebAnno TSV 3.3
format-webanno-tsv-what = One file an article, a line a token, for WebAnno and INCEpTION
format-conll = CoNLL with BIO tags
format-conll-what = One file, a line a token, names and claims tagged, for training and counting
format-spacy = spaCy DocBin
format-spacy-what = Documents of spaCy with entities and span groups, for training and pipelines
loss-controls = control characters, which XML cannot hold (each becomes �)
loss-cut-mentions = mentions that begin or end within a word
loss-cut-claims = claims that begin or end within a word: they become whole words
loss-claim-notes = notes on claims
loss-blank = articles without a word

# What an annotated file brought that was left out.
finding-layer-left-out = { $count ->
    [one] one annotation of the layer { $layer } is left out
   *[other] { $count } annotations of the layer { $layer } are left out
}
finding-added-elsewhere = added to a claim in another program ({ $layer }); it is left out
finding-no-claim = belongs to no claim ({ $layer }); it is left out
finding-line = this line does not keep to the grammar of the format; it is left out
finding-text-made = The file holds words and no text: the texts were put together with single spaces
