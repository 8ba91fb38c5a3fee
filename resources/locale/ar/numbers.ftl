# Why a quantity was read as it was.

evidence-number-digits = مكتوب بالأرقام
evidence-number-spelled = مكتوب بالحروف
evidence-number-dual = اسم مثنّى، أي اثنان
evidence-number-hedge = قيد يغيّر المعنى: «{ $words }»
evidence-number-range = مدى بين حدّين
evidence-number-unit = المعدود: { $unit }
