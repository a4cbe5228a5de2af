import { WORD, type WordList } from './word-classes.ts';

/** English words, in small letters. */
export const ENGLISH: readonly WordList[] = [
  [
    WORD.health,
    `tb tuberculosis hiv aids hepatitis malaria dengue typhoid cholera measles polio rabies covid coronavirus corona flu
    influenza pneumonia diarrhoea diarrhea dysentery asthma diabetes diabetic cancer cancers leukaemia leukemia lymphoma
    tumour tumor tumours thalassaemia thalassemia haemophilia hemophilia epilepsy epileptic seizure seizures fit fits stroke
    depression depressed anxiety bipolar schizophrenia psychosis psychotic suicide suicidal overdose overdosed heroin
    opioid opioids addiction addicted addict methadone alcoholism leprosy scabies eczema psoriasis lupus arthritis gout anaemia
    anemia anaemic jaundice meningitis encephalitis sepsis tetanus diphtheria pertussis mumps rubella chickenpox smallpox
    mpox monkeypox syphilis gonorrhoea gonorrhea chlamydia herpes hpv infection infections infected fever fevers cough coughs coughed
    coughing rash bleeding bled haemorrhage insulin glucose kidney kidneys liver heart lung lungs hernia appendix appendicitis
    gallstones gallbladder ulcer ulcers cataract cataracts glaucoma blindness deaf deafness fracture fractured burn burns burned
    wound wounds wounded injury injuries injured bite bites bitten snakebite miscarriage miscarried pregnancy pregnant stillbirth
    stillborn premature labour caesarean cesarean fistula postpartum postnatal preeclampsia eclampsia ectopic
    abortion contraception dementia alzheimer parkinson autism autistic cystic fibrosis sclerosis palsy dystrophy obesity
    malnutrition malnourished stunted goitre thyroid poisoning poisoned disability disabled wheelchair paralysed paralyzed
    paralysis coma icu ccu nicu ventilator treatment treatments treated treating therapy therapist chemotherapy chemo radiotherapy
    dialysis transplant transplanted transfusion donor donors donate platelets plasma surgery surgeries operation operations
    operated biopsy scan scans xray ultrasound mri ct ecg ecmo test tests tested testing positive negative diagnosis
    diagnosed diagnoses prescribed prescription prescriptions medicine medicines medication medications pill pills tablet tablets
    drug drugs dose doses injection injections injected vaccine vaccines vaccinated vaccination vaccinations immunised
    immunisation booster admitted admission discharged ward wards inpatient inpatients outpatient counselling counsellor rehab
    rehabilitation recovery recovered recovering relapse relapsed symptom symptoms ill illness illnesses sick sickness disease
    diseases disorder disorders syndrome condition cure cured healed pacemaker stent implant implants prosthesis hearing blood
    sugar pressure virus antibiotic antibiotics isoniazid steroids morphine inhaler oxygen die dying outbreak toothache breastfeeding skin ray graft grafts nausea vomiting
    vomited pain cramps stomach chest headache headaches dizzy collapsed fainted faint clinic clinics hospital hospitals
    medical patient patients nurse abortionist abscess abuse abused ache aches acne agony aids airway albinism allergen alopecia ambulance amputated amputation anaesthetic anaesthetist angina angioplasty ankle antenatal anti antidepressant antidepressants antivenom anxious appetite arm arms artery asbestos ash attack attacks awake bandage bandaged beaten bedridden bedsore bile birthmark bladder bleach bled bleed blind blister blisters bloated blurred bone bones bowel bowels brace braces breast breath breathing breathless bruise bruised bruises bypass calf cancerous cannabis cannula carer caries cast catheter cavity chancre chlamydial choked choking chronic circumcision cirrhosis clean cleft clot clots cocaine colic colon colostomy concussion confused constipation contagious contractions convulsion convulsions cornea cramp craving cravings crutches cyst cysts deafblind deformed dehydrated dehydration delusion delusions dementia dentist dentures detox detoxed diabetics diagnosing diarrhoeal disabling discharge disfigured dislocated doctor doctors dosage downs drank drink drinks drinker drinking drown drowned drowning dwarfism ear earache eardrum ears eczematous edema elbow embolism emergency endoscopy enema exhausted exposed eye eyes eyesight faecal faeces fasting fatal feet feverish fibroids flashbacks foetus foot formula fungus gangrene gastric gland glands glucometer gonorrhoeal gums gutka haemoglobin hallucinations handicap handicapped hang hanged harm harming hashish heal healing heartbeat heatstroke hip hips hives hoarse hookah hormone hormones hospice hurt hurts hydrocephalus hypertension hypertensive hysterectomy icd ice impotence incontinence incubator infertile infertility inflamed inflammation inhale inhaled inhalers iron itch itching itchy iud jaw joint joints keloid knee knees lame landmine landmines larynx laxatives leg legs leishmaniasis lens lesion lesions lice ligament limb limbs limp limping limps lip lips lockjaw lozenges lump lumps malaise malarial mammogram marrow mastectomy meds memory menopause menstrual menstruation meth migraine migraines miscarry mole mood morgue mortuary mouth muscle mute naloxone narcotics naswar nausea neck needle needles nerve nerves neurologist neurology nicotine nicu nightmares noose nose numb numbness nutrition obese oedema ointment oncologist orphaned osteoporosis outbreaks ovarian ovary overweight palpitations pancreas panic pap paracetamol paralytic paramedic parasite parasites pelvis perforated period periods pesticide pesticides phlegm physio piles placenta plague plaster pneumothorax podiatrist poison pox pregnancies premature prep prognosis prostate prosthetic ptsd pulse pus quarantine quarantined rabid radiation rape raped rashes reactive reflux rehabilitated relapsing remission resuscitated resuscitation retarded rheumatic rickets ringworm saline saliva scald scalded scarred scoliosis sedated sedative self sepsis septic shivering shivers shock smack smear smoker smokes smoking sneezing sober sobriety sore sores spasm spasms speech spina spinal spine spleen splint sprain sputum squint stab stabbed stammer std stds sti sting stings stitches stoma stomachache stool stools stretcher stutter stutters suffocated sunstroke suppository surrogate sutures swallowed sweating swelling swollen swallow swallows intensive symptomatic syringe syringes syrup tapeworm teeth telehealth temperature tetanus thalassemic throat thrombosis tingling tired toe toes tonsils tooth topical torn tourniquet tracheostomy trachoma tremor tremors triage trimester typhus ulcers ultrasound unconscious unwell urinary urine using uterus vaccinating vagina vape vapes varicose vein veins ventilated vertigo victim violence viral vision vitamin vitamins vitiligo vomit vomits walker weak weakness wean weight welts wheelchairs wheeze wheezes wheezing whooping withdrawal womb worms wrist zika nurses nursing midwife surgeon physiotherapy mental trauma scar scars
    hospitalised hospitalized malignant benign metastasis oncology cardiac gestational asthmatic allergic
    allergy allergies nebuliser nebulizer drip intravenous unconscious delirious delivery newborn`,
  ],
  [
    WORD.patient | WORD.person | WORD.health,
    'patient inpatient outpatient survivor sufferer addict diabetic asthmatic epileptic casualty',
  ],
  [
    WORD.person,
    `haemophiliac hemophiliac coeliac amputee invalid cripple beggar hairdresser beautician tutor oldest youngest eldest pilot ranger policewoman headmaster headmistress barrister clergyman priest pastor teenager sailor welder potter stonecutter my he she his her him hers herself himself man woman boy girl child baby infant toddler newborn teenager teen youth youngster
    lady gentleman person someone somebody victim user caller participant volunteer resident villager teacher farmer student
    pupil driver shopkeeper tailor labourer laborer shepherd soldier mechanic carpenter barber baker weaver fisherman cook
    cleaner guard clerk accountant engineer pharmacist plumber painter electrician bricklayer trader vendor hawker refugee
    pilgrim prisoner widow widower orphan bride groom pensioner worker employee customer client me mine myself
    schoolboy schoolgirl housewife miner porter seller trainee intern recruit cadet apprentice maid servant watchman gardener cobbler blacksmith goldsmith butcher milkman postman conductor tourist foreigner tenant landlord landlady grocer banker programmer artist dancer wrestler boxer runner deceased applicant waiter waitress cyclist motorcyclist pedestrian passenger`,
  ],
  [
    WORD.person | WORD.kin,
    `mother father mum mom dad daddy parent son daughter brother sister wife husband uncle aunt auntie grandmother grandfather
    granny grandma grandpa grandson granddaughter cousin nephew niece neighbour neighbor
    stepmother stepfather colleague classmate roommate friend fiance
    fiancee guardian twin twins`,
  ],
  [
    WORD.group,
    `patients people children women men families parents mothers fathers adults boys girls babies citizens residents cases
    deaths users participants volunteers survivors readers visitors donors everyone everybody anyone anybody nobody residents
    carers relatives households villagers students pupils teachers workers`,
  ],
  [WORD.anyone, 'every each any your if whenever unless never whoever whether either neither'],
  [
    WORD.service,
    `hospital hospitals clinic clinics helpline helplines hotline hotlines line office offices desk ministry department
    centre centres center centers bank pharmacy pharmacies laboratory lab labs ambulance ambulances rescue reception
    switchboard extension uan headquarters secretariat authority board council trust foundation charity fund ngo university
    college institute dispensary service services school schools store company manufacturer supplier website site portal
     tollfree free official emergency control team teams unit units government federal provincial national public
    directorate commission agency society association unicef appointments appointment enquiries inquiries complaints
    bookings booking bookings register helpdesk info information feedback duty surveillance press media newsroom advice workers
    editor editors desk dho`,
  ],
  [
    WORD.role,
    `dr doctor doctors prof professor minister secretary director president chairman chairperson chairwoman governor mayor
    commissioner officer spokesperson spokesman spokeswoman surgeon physician paediatrician pediatrician cardiologist
    oncologist epidemiologist psychiatrist psychologist gynaecologist dermatologist virologist nutritionist researcher
    researchers scientist scientists author authors editor writer journalist reporter singer actor actress cricketer batter bowler batsman
    footballer player captain artist poet ambassador founder ceo chief coordinator manager adviser
    advisor consultant expert specialist lecturer dean principal senator senators mp mna mpa superintendent nurse matron midwife
    pharmacist vaccinator imam maulana mufti scholar presenter inventor discoverer reviewer translator nobel laureate
    lawyer judge celebrity philanthropist colonel`,
  ],
  [
    WORD.address,
    `mr mrs ms miss bibi begum mai sahib sahiba saheb sahab baji apa aapa bhai chacha khala phuppi mamu aunty uncle aunt auntie baby
    little madam sir nana nani dada dadi`,
  ],
  [
    WORD.street,
    `house street road lane mohalla muhalla block flat apartment apartments plot sector phase colony town village chak goth
    basti killi kot tehsil taluka district union nagar pura pur ghari deh abadi floor square bazaar bazar market chowk
    avenue close drive alley mosque gate door view heights court villas estate garden tower towers avenue quarter neighbourhood neighborhood suburb camp county`,
  ],
  [
    WORD.body,
    `thumbprint thumbprints thumb fingerprint fingerprints finger palmprint iris palm print prints retina retinal voice voiceprint face faces
    facial unmasked uncovered portrait dna biometric biometrics footprint`,
  ],
  [
    WORD.month,
    `january february march april may june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec muharram safar rabi jumada rajab shaban shaaban ramadan ramazan ramzan shawwal zulqad dhul
    zilhaj zulhijjah ziqad ziqaad eid`,
  ],
  [
    WORD.drawing,
    'drawing drawn cartoon illustration illustrated diagram sketch painting painted icon silhouette graphic logo animation doll puppet mannequin',
  ],
  [
    WORD.product,
    `batch lot lots recall recalled recalls barcode model packet pack package box bottle vial vials registration expiry syrup strip
    carton manufacturer serials replaced replacement faulty counterfeit fake product products price costs fee brand`,
  ],
  [
    WORD.study,
    `study trial trials pmid doi isbn issn lancet bmj nejm jama journal cohort survey enrolled published
    nct author authors researchers researcher paper plos findings`,
  ],
  [
    WORD.occasion,
    `campaign campaigns day days week drive camp camps conference webinar seminar event opening opens open visiting hours
    programme program deadline ceremony festival round rounds walk marathon launch launched launches meeting order dated notification
    workshop training session sessions schedule`,
  ],
  [
    WORD.invented,
    'imagine suppose supposing fictional fictitious imaginary pseudonym film movie drama cartoon novel invented',
  ],
  [WORD.oldAge, 'ninety ninetieth hundred hundredth centenarian nonagenarian'],
  [WORD.naming, 'named called name'],
  [
    WORD.label,
    'hospital ward clinic patient mr mrn record records wristband chart opd ipd admission folder file hn uhid epi specimen participant subject student pupil employee prisoner inmate recruit case client',
  ],
];
